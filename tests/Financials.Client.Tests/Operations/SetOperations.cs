using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>The operations that every set of entities has, for one of the sets.</summary>
/// <param name="Name">The set, as a caller would write it.</param>
/// <param name="Path">Its path below the company, as in <c>customerPaymentJournals/{journal}/customerPayments</c>.</param>
/// <param name="Id">The name of an entity's id.</param>
/// <param name="Set">The set itself.</param>
/// <param name="New">An entity to create.</param>
/// <param name="Json">The same entity on the wire.</param>
/// <param name="AsStored">The entity as a service returns it.</param>
/// <param name="Change">A change to it.</param>
/// <param name="Patch">What the change sends.</param>
internal sealed record SetOperations<TModel>(
    string Name,
    string Path,
    string Id,
    Func<CompanyClient, EntitySet<TModel>> Set,
    TModel New,
    string Json,
    Func<TModel, Guid?, string?, DateTimeOffset?, TModel> AsStored,
    Func<TModel, TModel> Change,
    string Patch)
    where TModel : class
{
    private const string ETag = "W/\"JzQ0OzEyMzQ1Njc4OTA7MDA7Jw==\"";
    private static readonly DateTimeOffset Modified = new(2017, 3, 17, 19, 2, 22, 43, TimeSpan.Zero);

    public IEnumerable<Operation> All()
    {
        var list = $"/financials/companies/{{company}}/{Path}";
        var item = $"{list}/{Id}";
        var stored = AsStored(New, new Guid(Ids.Real(Id)), ETag, Modified);
        var changed = Change(stored);
        var answer = Ids.Real(
            $$"""{"@odata.context":"$metadata#x/$entity","@odata.etag":"W/\"JzQ0OzEyMzQ1Njc4OTA7MDA7Jw==\"","id":"{{Id}}","lastModifiedDateTime":"2017-03-17T19:02:22.043Z",""" + Json[1..]);
        var page = $$"""{"@odata.context":"$metadata#x","value":[{{answer}}]}""";
        TModel[] rows = [stored];

        yield return On("CreateAsync(new)", $"POST {list}", async set => await set.CreateAsync(New)) with { Body = Json, Status = 201, Answer = answer, Result = stored };
        yield return On("GetAsync(id)", $"GET {item}", async set => await set.GetAsync(new Guid(Ids.Real(Id)))) with { Answer = answer, Result = stored };
        yield return On("ToListAsync()", $"GET {list}", async set => await set.ToListAsync()) with { Answer = page, Result = rows };
        yield return On("AsPages(pageSizeHint: 50)", $"GET {list}", FirstPageAsync) with { Prefer = "odata.maxpagesize=50", Answer = page, Result = rows };
        yield return On("FirstOrDefaultAsync()", $"GET {list}?$top=1", async set => await set.FirstOrDefaultAsync()) with { Answer = page, Result = stored };
        yield return On("CountAsync()", $"GET {list}/$count", async set => await set.CountAsync()) with { Accept = "text/plain", Answer = "1234", Result = 1234 };
        yield return On("UpdateAsync(changed)", $"PATCH {item}", async set => await set.UpdateAsync(changed)) with { IfMatch = ETag, Body = Patch, Answer = answer, Result = stored };
        yield return On("UpdateAsync(id, changed)", $"PATCH {item}", async set => await set.UpdateAsync(new Guid(Ids.Real(Id)), changed)) with { IfMatch = "*", Body = Patch, Answer = answer, Result = stored };
        yield return Do("DeleteAsync(entity)", $"DELETE {item}", set => set.DeleteAsync(changed)) with { IfMatch = ETag };
        yield return Do("DeleteAsync(id)", $"DELETE {item}", set => set.DeleteAsync(new Guid(Ids.Real(Id)))) with { IfMatch = "*" };
    }

    private Operation On(string call, string line, Func<EntitySet<TModel>, Task<object?>> run) =>
        Operation.On($"{Name}.{call}", line, company => run(Set(company)));

    private Operation Do(string call, string line, Func<EntitySet<TModel>, Task> run) =>
        Operation.Do($"{Name}.{call}", line, company => run(Set(company)));

    private static async Task<object?> FirstPageAsync(EntitySet<TModel> set)
    {
        await foreach (var page in set.AsPages(pageSizeHint: 50))
        {
            return page.Items;
        }

        return null;
    }
}
