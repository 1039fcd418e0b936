namespace Financials.Client.Tests.Fuzzing;

/// <summary>The calls of a set whose entities can be read, created, changed and deleted.</summary>
/// <param name="Name">The set's name in reports.</param>
/// <param name="Path">The set's last path segment.</param>
/// <param name="Set">The set.</param>
/// <param name="IdOf">An entity's id.</param>
/// <param name="ETagOf">An entity's version.</param>
/// <param name="KeyOf">An entity's own key; null where it has none.</param>
/// <param name="New">What is created. The service stores it over the entity that it always gives.</param>
/// <param name="Change">A change to send.</param>
internal sealed record FuzzedSet<TModel>(
    string Name,
    string Path,
    Func<CompanyClient, EntitySet<TModel>> Set,
    Func<TModel, Guid?> IdOf,
    Func<TModel, string?> ETagOf,
    Func<TModel, object?> KeyOf,
    TModel New,
    Func<TModel, TModel> Change)
    where TModel : class
{
    private readonly Lazy<Task<TModel>> _read = new(() => Set(WorkingService.Company()).GetAsync(ServiceBodies.IdOf(Path)));

    private Guid Id { get; } = ServiceBodies.IdOf(Path);

    public IEnumerable<FuzzOperation> All() =>
    [
        .. FuzzedReads.Of(Name, Id, client => Set(client.Companies[WorkingService.CompanyId]), IdOf),
        Do("first", set => set.FirstOrDefaultAsync()),
        Do("count", set => set.CountAsync()),
        On("create", async set => CheckCreated(await set.CreateAsync(New))),
        On("update", async set => FuzzOperation.Check(IdOf(await set.UpdateAsync(Change(await _read.Value))), Id)),
        Do("delete", async set => await set.DeleteAsync(await _read.Value)),
        Do("delete by id", set => set.DeleteAsync(Id)),
        On("get, update", set => ChangeAsReadAsync(set, read => set.UpdateAsync(Change(read)))),
        On("get, delete", set => ChangeAsReadAsync(set, read => set.DeleteAsync(read))),
    ];

    /// <summary>The service stores codes in upper case and without outer spaces, so these are no difference.</summary>
    private static bool AreSame(object? one, object? other) => one is string code && other is string sent
        ? string.Equals(code.Trim(' '), sent.Trim(' '), StringComparison.OrdinalIgnoreCase)
        : Equals(one, other);

    /// <summary>A created entity has whichever id the service chose, but the key that was sent.</summary>
    private string? CheckCreated(TModel created) => FuzzOperation.Check(IdOf(created)) ??
        (AreSame(KeyOf(created), KeyOf(New)) ? null : "gives an entity of another key than was sent");

    /// <summary>An entity without id or version is refused: the only argument error that a response can lead to.</summary>
    private async Task<string?> ChangeAsReadAsync(EntitySet<TModel> set, Func<TModel, Task> change)
    {
        var read = await set.GetAsync(Id);
        try
        {
            await change(read);
        }
        catch (ArgumentException) when (IdOf(read) is null || ETagOf(read) is null)
        {
        }

        return FuzzOperation.Check(IdOf(read), Id);
    }

    private FuzzOperation On(string verb, Func<EntitySet<TModel>, Task<string?>> run) =>
        FuzzOperation.Of(Name, verb, company => run(Set(company)));

    private FuzzOperation Do(string verb, Func<EntitySet<TModel>, Task> run) =>
        FuzzOperation.Do(Name, verb, company => run(Set(company)));
}
