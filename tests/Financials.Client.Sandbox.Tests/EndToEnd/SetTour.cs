
namespace Financials.Client.Sandbox.Tests.EndToEnd;

/// <summary>Every operation of a set, one after the other, over a sandbox.</summary>
/// <param name="Name">The set.</param>
/// <param name="Set">The set itself.</param>
/// <param name="New">An entity to create.</param>
/// <param name="Change">A change to it.</param>
/// <param name="Of">The members in which the entity must be what was created.</param>
/// <param name="IdOf">The entity's id.</param>
internal sealed record SetTour<TModel>(
    string Name,
    EntitySet<TModel> Set,
    TModel New,
    Func<TModel, TModel> Change,
    Func<TModel, object?> Of,
    Func<TModel, Guid?> IdOf)
    where TModel : class
{
    /// <summary>A condition under which the set can be listed; null where it can be without.</summary>
    public System.Linq.Expressions.Expression<Func<TModel, bool>>? ListedBy { get; init; }

    /// <summary>Takes the tour and leaves the set as it was.</summary>
    public async Task TakeAsync()
    {
        var before = await CountAsync();
        var created = await Set.CreateAsync(New);
        var id = IdOf(created)!.Value;
        var read = await Set.GetAsync(id);
        var listed = await Query().ToListAsync();
        var paged = new List<TModel>();
        await foreach (var page in Query().AsPages(pageSizeHint: 1))
        {
            Assert.That(page.Items, Has.Count.EqualTo(1), $"{Name}: a page of one");
            paged.AddRange(page.Items);
        }

        var enumerated = new List<TModel>();
        await foreach (var entity in Query())
        {
            enumerated.Add(entity);
        }

        var changed = await Set.UpdateAsync(Change(read));
        var again = await Set.UpdateAsync(id, Change(changed));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(created), Is.EqualTo(Of(New)), $"{Name}: what is created");
            Assert.That(read, Is.EqualTo(created), $"{Name}: what is read");
            Assert.That(listed, Has.Count.EqualTo(before + 1), $"{Name}: how many are listed");
            Assert.That(listed, Has.One.EqualTo(created), $"{Name}: what is listed");
            Assert.That(paged, Is.EqualTo(listed), $"{Name}: the pages");
            Assert.That(enumerated, Is.EqualTo(listed), $"{Name}: one by one");
            Assert.That(await Query().FirstOrDefaultAsync(), Is.EqualTo(listed[0]), $"{Name}: the first");
            Assert.That(Of(changed), Is.EqualTo(Of(Change(New))), $"{Name}: what is changed");
            Assert.That(Of(again), Is.EqualTo(Of(Change(New))), $"{Name}: what is changed again");
        }

        Assert.That(async () => await Set.DeleteAsync(read), Throws.InstanceOf<FinancialsStaleException>(), $"{Name}: a delete of an old version");
        await Set.DeleteAsync(changed);
        Assert.That(async () => await Set.GetAsync(id), Throws.InstanceOf<FinancialsNotFoundException>(), $"{Name}: what is deleted");
        await Set.DeleteAsync(IdOf(await Set.CreateAsync(New))!.Value);
        Assert.That(await CountAsync(), Is.EqualTo(before), $"{Name}: how many are left");
    }

    private EntityQuery<TModel> Query() => ListedBy is { } condition ? Set.Where(condition) : Set.Take(int.MaxValue);

    private Task<int> CountAsync() => ListedBy is { } condition ? Set.CountAsync(condition) : Set.CountAsync();
}
