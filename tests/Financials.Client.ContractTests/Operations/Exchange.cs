using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Operations;

/// <summary>A call of the public API, and the exchange with the service that it comes down to.</summary>
/// <param name="File">The exchange: a file in <c>Exchanges</c>, without its extension. A table leaves out the folder of its surface.</param>
/// <param name="Call">The call.</param>
/// <param name="Result">What the call makes of the answer; null where it returns nothing.</param>
internal sealed record Exchange(string File, Func<FinancialsClient, Task<object?>> Call, object? Result)
{
    /// <summary>The exchanges that the call needs before this one, in their order.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The exchanges that the call needs after this one, in their order.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>All exchanges of the call, in their order.</summary>
    public IEnumerable<string> Files => [.. Before, File, .. After];

    public Stub Stub => Stub.Of(File);

    public Surface Surface => Stub.Surface;

    public string OperationId => OperationOf(File);

    /// <summary>The id of a file's operation; what follows a dot in the file's name tells exchanges of one operation apart.</summary>
    public static string OperationOf(string file) => Path.GetFileName(file).Split('.')[0];

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

    /// <summary>The same with the files of a surface.</summary>
    public Exchange With(Surface surface)
    {
        return this with { File = Of(File), Before = [.. Before.Select(Of)], After = [.. After.Select(Of)] };

        string Of(string file) => $"{surface}/{file}";
    }
}
