namespace Financials.Client;

/// <summary>What became of one entity of several that were to be created.</summary>
/// <typeparam name="TModel">The entity's type.</typeparam>
public sealed record CreateResult<TModel>
    where TModel : class
{
    /// <summary>What was to be created.</summary>
    public required TModel Sent { get; init; }

    /// <summary>The entity as the service stored it; null where it is not known to exist.</summary>
    public TModel? Created { get; init; }

    /// <summary>
    /// Why it was not created, such as a <see cref="FinancialsDuplicateException"/>, or why that is not known, as a
    /// <see cref="FinancialsOutcomeUnknownException"/>; null where it was created.
    /// </summary>
    public FinancialsException? Failure { get; init; }
}
