using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Operations;

/// <summary>A call of the public API, and the exchange with the service that it comes down to.</summary>
/// <param name="File">The exchange: a file in <c>Exchanges</c>, without its extension.</param>
/// <param name="Call">The call.</param>
/// <param name="Result">What the call makes of the answer; null where it returns nothing.</param>
internal sealed record Exchange(string File, Func<FinancialsClient, Task<object?>> Call, object? Result)
{
    public Stub Stub => Stub.Of(File);

    /// <summary>The id of the operation; what follows a dot in the file's name tells exchanges of one operation apart.</summary>
    public string OperationId => Path.GetFileName(File).Split('.')[0];

    /// <summary>A call below the company.</summary>
    public static Exchange On(string file, Func<CompanyClient, Task<object?>> call, object? result) =>
        new(file, client => call(client.Companies[Ids.Company]), result);

    /// <summary>A call below the company that returns nothing.</summary>
    public static Exchange Do(string file, Func<CompanyClient, Task> call) => On(
        file,
        async company =>
        {
            await call(company);
            return null;
        },
        null);
}
