namespace Financials.Client.ContractTests.Operations;

/// <summary>The operations that every set of entities has, for one of the sets.</summary>
/// <param name="folder">The folder of its exchanges.</param>
/// <param name="one">What its operations call one entity.</param>
/// <param name="many">What they call several.</param>
/// <param name="set">The set itself.</param>
/// <param name="created">What is created; null where the surface has no such create.</param>
/// <param name="rows">What is listed; the first of them is read, changed and deleted.</param>
/// <param name="id">The id of the first.</param>
/// <param name="change">The change of it.</param>
internal sealed class SetExchanges<TModel>(
    string folder, string one, string many, Func<CompanyClient, EntitySet<TModel>> set, TModel? created, TModel[] rows, Guid id, Func<TModel, TModel> change)
    : ReadOnlySetExchanges<TModel>(folder, one, many, set, rows, id)
    where TModel : class
{
    private readonly Func<CompanyClient, EntitySet<TModel>> _set = set;

    /// <summary>What a create returns: the first row, unless its documents print another example.</summary>
    public TModel Created { get; init; } = rows[0];

    /// <summary>What a change returns: the first row so changed, unless the service changes more than it is told to.</summary>
    public TModel Changed { get; init; } = change(rows[0]);

    public override IEnumerable<Exchange> All =>
    [
        .. base.All,
        .. created is null ? (Exchange[])[] : [On("create", async set => await set.CreateAsync(created), Created)],
        On("update", async set => await set.UpdateAsync(change(Rows[0])), Changed),
        Exchange.Do($"{Folder}/delete{One}", company => _set(company).DeleteAsync(Rows[0])),
    ];

    private Exchange On(string operation, Func<EntitySet<TModel>, Task<object?>> call, object? result) =>
        Exchange.On($"{Folder}/{operation}{One}", company => call(_set(company)), result);
}
