namespace Financials.Client.Operations;

/// <summary>What became of several entities that were to be created together.</summary>
/// <param name="count">How many they are.</param>
internal sealed class CreatedBatch<TModel>(int count)
    where TModel : class
{
    /// <summary>Each that exists, at its place; null for one that is not known to.</summary>
    public TModel?[] Created { get; } = new TModel?[count];

    /// <summary>
    /// The place of the one for which the service refused them all, so that none was created; null where it named none. The others can
    /// be sent without it.
    /// </summary>
    public int? Refused { get; set; }

    /// <summary>Whether those that are not known to exist may do so all the same, or only the refused one: each is settled by itself.</summary>
    public bool MayExist { get; set; }
}
