namespace Financials.Client.Tests.Fuzzing;

/// <summary>A call of the public API, and what its result has to be.</summary>
/// <param name="Set">What it is a call of, for example <c>Customers</c>.</param>
/// <param name="Verb">What it does, for example <c>get</c>.</param>
/// <param name="RunAsync">Makes the call and returns what is wrong with its result; null where nothing is.</param>
internal sealed record FuzzOperation(string Set, string Verb, Func<FinancialsClient, Chance, Task<string?>> RunAsync)
{
    public string Name => $"{Set}: {Verb}";

    public static FuzzOperation Of(string set, string verb, Func<CompanyClient, Task<string?>> run) =>
        new(set, verb, (client, _) => run(client.Companies[WorkingService.CompanyId]));

    /// <summary>A call without a result.</summary>
    public static FuzzOperation Do(string set, string verb, Func<CompanyClient, Task> run) => Of(set, verb, async company =>
    {
        await run(company);
        return null;
    });

    /// <summary>What is wrong with an entity that is to have an id.</summary>
    /// <param name="id">The id that it has.</param>
    /// <param name="asked">The id that was asked for; null where the service chooses it.</param>
    public static string? Check(Guid? id, Guid? asked = null) => id switch
    {
        null => "gives an entity without an id",
        _ when asked is not null && id != asked => "gives an entity of another id than was asked for",
        _ => null,
    };
}
