namespace Financials.Client.Benchmarks;

/// <summary>Something that all contenders do.</summary>
/// <param name="Name">What it is, in the table.</param>
/// <param name="Contenders">Who does it.</param>
/// <param name="RunOnceAsync">Does it once.</param>
/// <param name="Callers">How many do it at a time.</param>
internal sealed record MeasuredCase(
    string Name, Lazy<ContenderSet> Contenders, Func<IContender, Task> RunOnceAsync, int Callers = 1)
{
    private static readonly Lazy<ContenderSet> InMemory =
        new(() => ContenderSet.On(SampleData.Service, () => new InMemoryService()));

    private static readonly Lazy<ContenderSet> OverSockets =
        new(() => ContenderSet.On(LoopbackServer.Start().Service, transport: null));

    public static IReadOnlyList<MeasuredCase> All { get; } =
    [
        new("POST a customer", InMemory, contender => contender.PostCustomerAsync()),
        new("POST a customer and a payment, fresh clients", InMemory, contender => contender.PostCustomerAndPaymentAsync()),
        new("GET a customer", InMemory, contender => contender.GetCustomerAsync()),
        new("GET a page of 1,000", InMemory, contender => contender.GetPageAsync()),
        new("walk 100,000 rows", InMemory, contender => contender.WalkAsync()),
        new("GET over sockets, 1 caller", OverSockets, contender => contender.GetCustomerAsync()),
        new("GET over sockets, 5 callers", OverSockets, contender => contender.GetCustomerAsync(), Callers: 5),
        new("GET over sockets, 50 callers", OverSockets, contender => contender.GetCustomerAsync(), Callers: 50),
    ];

    /// <summary>Does it so often, with each caller waiting for one to end before it begins the next.</summary>
    public async Task RunAsync(IContender contender, int times)
    {
        if (Callers == 1)
        {
            await RepeatAsync(contender, times);
            return;
        }

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller =>
            Task.Run(() => RepeatAsync(contender, (times / Callers) + (caller < times % Callers ? 1 : 0)))));
    }

    private async Task RepeatAsync(IContender contender, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await RunOnceAsync(contender);
        }
    }
}
