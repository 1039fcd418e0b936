namespace Financials.Client.Tests.SafeCreates;

/// <summary>Faults drawn at random.</summary>
internal static class RandomFaults
{
    private static readonly ModelFault[] NotExecuted = [ModelFault.Unreachable, ModelFault.Throttled];
    private static readonly ModelFault[] Refusals = [ModelFault.Forbidden, ModelFault.Invalid, ModelFault.NotFound];
    private static readonly ModelExecution[] Executions = [ModelExecution.Now, ModelExecution.Never, ModelExecution.Late];

    /// <param name="random">The generator.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="mayRepeat">Whether something on the way may repeat the request. A create without a key cannot be protected from that.</param>
    public static ModelFault Choose(Random random, string method, bool mayRepeat) => random.Next(100) switch
    {
        < 5 when mayRepeat && method == "POST" => ModelFault.Repeated,
        < 45 => ModelFault.None,
        < 55 => One(random, NotExecuted),
        < 59 => One(random, Refusals),
        _ when method == "GET" => random.Next(2) == 0 ? ModelFault.None : One(random, ModelFault.Ambiguous)(ModelExecution.Never),
        _ => (random.Next(10) == 0 ? ModelFault.Empty(ModelExecution.Now) : One(random, ModelFault.Ambiguous)(One(random, Executions))) with { Requests = random.Next(1, 12) },
    };

    private static T One<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
