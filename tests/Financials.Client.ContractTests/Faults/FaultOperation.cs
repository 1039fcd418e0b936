using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Faults;

/// <summary>A call that can meet faults.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="File">Its exchange.</param>
/// <param name="Rule">What may be done where its request may have been executed.</param>
internal sealed record FaultOperation(string Name, string File, RepeatRule Rule)
{
    public static IReadOnlyList<FaultOperation> All { get; } =
    [
        new("get", "Customers/getCustomer", RepeatRule.Again),
        new("list, page 1", "Customers/listCustomers.first", RepeatRule.Again),
        new("list, page n", "Customers/listCustomers.next", RepeatRule.Again)
        {
            Call = NextPageAsync,
            Result = (Customer[])[Samples.Importers],
        },
        new("create with a key", "Customers/createCustomer", RepeatRule.AfterALook)
        {
            EndsBecause = "It was not there when it was looked up, but a request may still be under way",
        },
        new("create without a key", "SalesInvoices/createInvoice", RepeatRule.Never)
        {
            EndsBecause = "It has no key of its own to look it up by, so it was not sent again",
        },
        new("update", "Customers/updateCustomer", RepeatRule.Again),
        new("delete", "Customers/deleteCustomer", RepeatRule.Again),
        new("action", "SalesInvoices/postInvoice", RepeatRule.Never)
        {
            EndsBecause = "Actions are not repeated; the status of the invoice tells what happened",
        },
    ];

    public Stub Stub => Stub.Of(File);

    public string Method => Stub.Operation!.Method;

    /// <summary>Makes the call on a client of the service at an address.</summary>
    public Func<FinancialsClient, Uri, Task<object?>> Call { get; private init; } = (client, _) => AllExchanges.Of(File).Call(client);

    public object? Result { get; private init; } = AllExchanges.List.SingleOrDefault(exchange => exchange.File == File)?.Result;

    /// <summary>What the exception says of why the request is not sent again, where nobody knows whether it was executed.</summary>
    public string? EndsBecause { get; private init; }

    /// <summary>Whether a success has a body, which can break off or be slow.</summary>
    public bool IsAnsweredWithABody => Stub.Response["jsonBody"] is not null;

    private static async Task<object?> NextPageAsync(FinancialsClient client, Uri service) => await AllExchanges.PageAsync(
        client.Companies[Ids.Company].Customers,
        $"{service}/companies/{Ids.Company}/customers?$skiptoken=10000");
}
