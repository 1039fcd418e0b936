namespace Financials.Client.Tests.Operations;

/// <summary>One call of the public API, the one request that it has to send, and what it has to make of the answer.</summary>
/// <param name="Name">The call, as a caller would write it.</param>
/// <param name="Line">The request line as the documents print it, with names for ids and a decoded query.</param>
/// <param name="Call">The call itself.</param>
internal sealed record Operation(string Name, string Line, Func<FinancialsClient, Task<object?>> Call)
{
    /// <summary>The JSON to be sent; null for a request without a body.</summary>
    public string? Body { get; init; }

    public string? IfMatch { get; init; }

    public string? Prefer { get; init; }

    public string Accept { get; init; } = "application/json";

    public int Status { get; init; } = 200;

    public string Answer { get; init; } = "";

    /// <summary>What the call returns; null for a call that returns nothing.</summary>
    public object? Result { get; init; }

    /// <summary>An operation below a company.</summary>
    public static Operation On(string name, string line, Func<CompanyClient, Task<object?>> call) =>
        new($"company.{name}", line, client => call(client.Companies[Support.Ids.Company]));

    /// <summary>An operation below a company that returns nothing.</summary>
    public static Operation Do(string name, string line, Func<CompanyClient, Task> call) =>
        On(name, line, async company =>
        {
            await call(company);
            return null;
        }) with
        { Status = 204 };
}
