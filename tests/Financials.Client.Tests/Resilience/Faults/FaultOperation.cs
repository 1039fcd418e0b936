using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>A call that can meet faults.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Kind">What may be done with its request.</param>
/// <param name="RunAsync">Makes the call and says what came of it.</param>
internal sealed record FaultOperation(string Name, RequestKind Kind, Func<FinancialsClient, CancellationToken, Task<string?>> RunAsync)
{
    /// <summary>What the service answers when nothing goes wrong; null for no content.</summary>
    public string? Success { get; init; } = Entity;

    /// <summary>What the call gives when nothing goes wrong, or has been overcome.</summary>
    public string Result => Success is null ? "done" : "Coho";

    /// <summary>The HTTP method of its request.</summary>
    public string Method => Kind.Method();

    private const string Entity = """{"@odata.etag":"W/\"2\"","id":"52a499d6-99d6-52a4-d699-a452d699a452","displayName":"Coho"}""";

    public static IReadOnlyList<FaultOperation> All { get; } =
    [
        new("GET one", RequestKind.Read, async (client, token) => (await client.Customers().GetAsync(Ids.Customer, token)).DisplayName),
        new("LIST first page", RequestKind.Read, (client, token) => FirstAsync(client, null, token)) { Success = $$"""{"value":[{{Entity}}]}""" },
        new("LIST next page", RequestKind.Read, (client, token) => FirstAsync(client, $"{TestClients.BaseAddress}/next?$skiptoken=2", token))
        {
            Success = $$"""{"value":[{{Entity}}]}""",
        },
        new("POST create", RequestKind.CreateWithoutKey, async (client, token) => (await client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }, token)).DisplayName),
        new("PATCH version", RequestKind.Update, async (client, token) => (await client.Customers().UpdateAsync(Changed, cancellationToken: token)).DisplayName),
        new("PATCH overwrite", RequestKind.Update, async (client, token) => (await client.Customers().UpdateAsync(Changed.Id!.Value, Changed, token)).DisplayName),
        new("DELETE entity", RequestKind.Delete, async (client, token) =>
        {
            await client.Customers().DeleteAsync(Changed, token);
            return "done";
        })
        {
            Success = null,
        },
        new("POST action", RequestKind.Action, async (client, token) =>
        {
            await client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].SendAsync(token);
            return "done";
        })
        {
            Success = null,
        },
    ];

    private static Customer Changed => FinancialsModelFactory.Customer(new Customer { DisplayName = "Old" }, Ids.Customer) with { DisplayName = "Coho" };

    public override string ToString() => Name;

    private static async Task<string?> FirstAsync(FinancialsClient client, string? after, CancellationToken token)
    {
        await foreach (var page in client.Customers().Where(c => c.DisplayName == "Coho").AsPages(after).WithCancellation(token))
        {
            return page.Items.Single().DisplayName;
        }

        return null;
    }
}
