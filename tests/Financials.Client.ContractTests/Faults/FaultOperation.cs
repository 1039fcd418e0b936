using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;
using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.ContractTests.Faults;

/// <summary>A call that can meet faults.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="File">Its exchange, without the folder of its surface.</param>
/// <param name="Kind">What may be done with its request.</param>
internal sealed record FaultOperation(string Name, string File, RequestKind Kind)
{
    /// <summary>The same calls on each surface: what may be retried does not depend on it.</summary>
    private static readonly FaultOperation[] OfEverySurface =
    [
        new("get", "Customers/getCustomer", RequestKind.Read),
        new("list, page 1", "Customers/listCustomers.first", RequestKind.Read),
        new("list, page n", "Customers/listCustomers.next", RequestKind.Read) { LedToBy = "Customers/listCustomers.first" },
        new("create with a key", "Customers/createCustomer", RequestKind.CreateWithKey)
        {
            EndsBecause = "It was not there when it was looked up, but a request may still be under way",
        },
        new("create without a key", "SalesInvoices/createInvoice", RequestKind.CreateWithoutKey)
        {
            EndsBecause = "It has no key of its own to look it up by, so it was not retried",
        },
        new("update", "Customers/updateCustomer", RequestKind.Update),
        new("delete", "Customers/deleteCustomer", RequestKind.Delete),
        new("action", "SalesInvoices/postInvoice", RequestKind.Posting)
        {
            EndsBecause = "The invoice is not posted so far: the request may be under way, or it has never arrived",
        },
    ];

    public static IReadOnlyList<FaultOperation> All { get; } =
        [.. from surface in Surface.All from operation in OfEverySurface select operation with { Surface = surface }];

    public Surface Surface { get; private init; } = Surface.Documented;

    public Stub Stub => Stub.Of($"{Surface}/{File}");

    public string Method => Kind.Method();

    public object? Result => LedToBy is null ? Exchange(File).Result : ((Customer[])Exchange("Customers/listCustomers").Result!)[1..];

    /// <summary>The exchange that finds nothing of what the request was to do; null where nothing is looked for.</summary>
    public Stub? LookUp => Kind switch
    {
        RequestKind.CreateWithKey => Stub.Of($"{Surface}/Customers/listCustomers.lookUp").Answering(200, """{"value":[]}"""),
        RequestKind.Posting => Stub.Of($"{Surface}/SalesInvoices/getInvoice"),
        _ => null,
    };

    /// <summary>What the exception says of why the request is not retried, where nobody knows whether it was executed.</summary>
    public string? EndsBecause { get; private init; }

    /// <summary>Whether a success has a body, which can break off or be slow.</summary>
    public bool IsAnsweredWithABody => Stub.Response["jsonBody"] is not null;

    /// <summary>The exchange whose next link leads to this one; null where it is not the page of a list.</summary>
    private string? LedToBy { get; init; }

    /// <summary>Makes the call on a client of the surface at an address.</summary>
    public async Task<object?> CallAsync(FinancialsClient client, Uri address)
    {
        if (LedToBy is null)
        {
            return await Exchange(File).Call(client);
        }

        var link = (string)Exchange(LedToBy).Stub.Response["jsonBody"]!["@odata.nextLink"]!;
        return await AllExchanges.PageAsync(
            client.Companies[Ids.Company].Customers, link.Replace(Surface.Address.AbsoluteUri, address.AbsoluteUri, StringComparison.Ordinal));
    }

    private Exchange Exchange(string file) => AllExchanges.Of($"{Surface}/{file}");
}
