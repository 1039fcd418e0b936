using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>One of the five documented operations, by its documented example.</summary>
/// <param name="Line">The documented request line, with names for ids.</param>
/// <param name="Example">The name of its example files.</param>
/// <param name="Sent">The example request in the terms of the public model.</param>
/// <param name="Read">The example answer in the terms of the public model.</param>
/// <param name="Call">The typed call.</param>
internal sealed record DocumentedOperation(string Line, string Example, object Sent, object Read, Func<CompanyClient, object, Task<object?>> Call)
{
    public string Request => Support.Example.Read($"{Example}.request.json");

    public string Answer => Support.Example.Read($"{Example}.response.json");

    public async Task<object?> RunAsync(ScriptedTransport transport)
    {
        using var client = TestClients.Facade(transport);
        return await Call(client.Companies[Ids.Company], Sent);
    }

    public override string ToString() => Line;
}
