namespace Financials.Client;

/// <summary>One page of changes.</summary>
/// <typeparam name="TModel">The entities' type.</typeparam>
/// <param name="items">The entities that have changed, in their present state, the one that changed first at the beginning.</param>
/// <param name="watermark">Where to go on once they have been dealt with.</param>
public sealed class ChangePage<TModel>(IReadOnlyList<TModel> items, ChangeWatermark watermark)
    where TModel : class
{
    /// <summary>The entities that have changed, in their present state, the one that changed first at the beginning. At least one.</summary>
    public IReadOnlyList<TModel> Items { get; } = items;

    /// <summary>Where to go on once they have been dealt with. Store its text.</summary>
    public ChangeWatermark Watermark { get; } = watermark;
}
