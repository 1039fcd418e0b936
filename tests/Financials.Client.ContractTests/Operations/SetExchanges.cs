namespace Financials.Client.ContractTests.Operations;

/// <summary>The operations that every set of entities has, for one of the sets.</summary>
/// <param name="Folder">The folder of its exchanges.</param>
/// <param name="One">What its operations call one entity.</param>
/// <param name="Many">What they call several.</param>
/// <param name="Set">The set itself.</param>
/// <param name="New">What is created.</param>
/// <param name="Rows">What is listed; the first of them is read, changed and deleted.</param>
/// <param name="Id">The id of the first.</param>
/// <param name="Change">The change of it.</param>
internal sealed record SetExchanges<TModel>(
    string Folder,
    string One,
    string Many,
    Func<CompanyClient, EntitySet<TModel>> Set,
    TModel New,
    TModel[] Rows,
    Guid Id,
    Func<TModel, TModel> Change)
    where TModel : class
{
    /// <summary>What a create returns: the first row, unless its documents print another example.</summary>
    public TModel Created { get; init; } = Rows[0];

    public IEnumerable<Exchange> All =>
    [
        On($"list{Many}", async set => await set.ToListAsync(), Rows),
        On($"create{One}", async set => await set.CreateAsync(New), Created),
        On($"count{Many}", async set => await set.CountAsync(), 68),
        On($"get{One}", async set => await set.GetAsync(Id), Rows[0]),
        On($"update{One}", async set => await set.UpdateAsync(Change(Rows[0])), Change(Rows[0])),
        Exchange.Do($"{Folder}/delete{One}", company => Set(company).DeleteAsync(Rows[0])),
    ];

    private Exchange On(string operation, Func<EntitySet<TModel>, Task<object?>> call, object? result) =>
        Exchange.On($"{Folder}/{operation}", company => call(Set(company)), result);
}
