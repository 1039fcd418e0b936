using System.Linq.Expressions;

namespace Financials.Client.ContractTests.Operations;

/// <summary>The operations of a set of entities that can only be read.</summary>
/// <param name="folder">The folder of its exchanges.</param>
/// <param name="one">What its operations call one entity.</param>
/// <param name="many">What they call several.</param>
/// <param name="set">The set itself.</param>
/// <param name="rows">What is listed; the first of them is read.</param>
/// <param name="id">The id of the first.</param>
internal class ReadOnlySetExchanges<TModel>(
    string folder, string one, string many, Func<CompanyClient, ReadOnlyEntitySet<TModel>> set, TModel[] rows, Guid id)
    where TModel : class
{
    /// <summary>What lists and counts have to be limited to, where the service refuses to show all that there is.</summary>
    public Expression<Func<TModel, bool>>? Condition { get; init; }

    /// <summary>Whether the service counts the set.</summary>
    public bool IsCounted { get; init; } = true;

    public virtual IEnumerable<Exchange> All =>
    [
        On($"list{many}", async set => await (Condition is null ? set.ToListAsync() : set.Where(Condition).ToListAsync()), Rows),
        .. IsCounted ? (Exchange[])[On($"count{many}", async set => await (Condition is null ? set.CountAsync() : set.CountAsync(Condition)), 68)] : [],
        On($"get{One}", async set => await set.GetAsync(id), Rows[0]),
    ];

    protected string Folder { get; } = folder;

    protected string One { get; } = one;

    protected TModel[] Rows { get; } = rows;

    private Exchange On(string operation, Func<ReadOnlyEntitySet<TModel>, Task<object?>> call, object? result) =>
        Exchange.On($"{Folder}/{operation}", company => call(set(company)), result);
}
