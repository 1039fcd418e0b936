using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Faults;

/// <summary>A call that can meet faults.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="File">Its exchange.</param>
/// <param name="Rule">What may be done where its request may have been executed.</param>
internal sealed record FaultOperation(string Name, string File, RetryRule Rule)
{
    public static IReadOnlyList<FaultOperation> All { get; } =
    [
        new("get", "Customers/getCustomer", RetryRule.Again),
        new("list, page 1", "Customers/listCustomers.first", RetryRule.Again),
        new("list, page n", "Customers/listCustomers.next", RetryRule.Again)
        {
            Call = NextPageAsync,
            Result = (Customer[])[Samples.Importers],
        },
        new("create with a key", "Customers/createCustomer", RetryRule.AfterALook)
        {
            EndsBecause = "It was not there when it was looked up, but a request may still be under way",
        },
        new("create without a key", "SalesInvoices/createInvoice", RetryRule.Never)
        {
            EndsBecause = "It has no key of its own to look it up by, so it was not retried",
        },
        new("update", "Customers/updateCustomer", RetryRule.Again),
        new("delete", "Customers/deleteCustomer", RetryRule.Again),
        new("action", "SalesInvoices/postInvoice", RetryRule.Never)
        {
            EndsBecause = "Actions are not retried; the status of the invoice tells what happened",
        },
    ];

    public Stub Stub => Stub.Of(File);

    public string Method => Stub.Operation!.Method;

    /// <summary>Makes the call on a client of the service at an address.</summary>
    public Func<FinancialsClient, Uri, Task<object?>> Call { get; private init; } = (client, _) => AllExchanges.Of(File).Call(client);

    public object? Result { get; private init; } = AllExchanges.List.SingleOrDefault(exchange => exchange.File == File)?.Result;

    /// <summary>What the exception says of why the request is not retried, where nobody knows whether it was executed.</summary>
    public string? EndsBecause { get; private init; }

    /// <summary>Whether a success has a body, which can break off or be slow.</summary>
    public bool IsAnsweredWithABody => Stub.Response["jsonBody"] is not null;

    private static async Task<object?> NextPageAsync(FinancialsClient client, Uri service) => await AllExchanges.PageAsync(
        client.Companies[Ids.Company].Customers,
        $"{service}/companies/{Ids.Company}/customers?$skiptoken=10000");
}
