using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

public class ResilienceOptionsTests
{
    [Test]
    public void Client_SeveralImpossibleOptions_NamesEachOfThem()
    {
        var options = new ResilienceOptions
        {
            TotalTimeout = TimeSpan.Zero,
            AttemptTimeout = TimeSpan.FromSeconds(-1),
            MaxRetries = -1,
            BaseDelay = TimeSpan.FromSeconds(-2),
            MaxDelay = TimeSpan.FromSeconds(-3),
            MaxConcurrentRequests = 0,
            MaxBatchSize = 0,
        };

        var error = Assert.Throws<ArgumentException>(() => ClientOf(options));

        var names = typeof(ResilienceOptions).GetProperties().Select(property => $"Resilience.{property.Name} ");
        Assert.That(names.Where(name => !error.Message.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Impossible =>
    [
        Case(nameof(ResilienceOptions.AttemptTimeout), o => o.TotalTimeout = TimeSpan.FromSeconds(99)),
        Case(nameof(ResilienceOptions.TotalTimeout), o => o.TotalTimeout = TimeSpan.FromDays(2)),
        Case(nameof(ResilienceOptions.AttemptTimeout), o => o.AttemptTimeout = TimeSpan.FromMilliseconds(1)),
        Case(nameof(ResilienceOptions.MaxRetries), o => o.MaxRetries = 101),
        Case(nameof(ResilienceOptions.MaxDelay), o => o.MaxDelay = TimeSpan.FromSeconds(0.9)),
        Case(nameof(ResilienceOptions.MaxDelay), o => o.MaxDelay = TimeSpan.FromDays(2)),
        Case(nameof(ResilienceOptions.MaxConcurrentRequests), o => o.MaxConcurrentRequests = 101),
        Case(nameof(ResilienceOptions.MaxBatchSize), o => o.MaxBatchSize = 101),
    ];

    [TestCaseSource(nameof(Impossible))]
    public void Client_ImpossibleOption_NamesIt(string name, Action<ResilienceOptions> set)
    {
        var options = new ResilienceOptions();
        set(options);

        var error = Assert.Throws<ArgumentException>(() => ClientOf(options));

        Assert.That(error.Message, Does.Contain($"Resilience.{name} has to be").And.Not.Contain("; "));
    }

    private static IEnumerable<TestCaseData> Extreme =>
    [
        Case("one try", o => o.MaxRetries = 0),
        Case("no back-off", o => o.BaseDelay = o.MaxDelay = TimeSpan.Zero),
        Case("one at a time", o => o.MaxConcurrentRequests = 1),
        Case("many", o => (o.MaxRetries, o.MaxConcurrentRequests) = (100, 100)),
        Case("a day", o => o.TotalTimeout = o.AttemptTimeout = o.MaxDelay = TimeSpan.FromDays(1)),
        Case("short", o => o.TotalTimeout = o.AttemptTimeout = TimeSpan.FromMilliseconds(10)),
    ];

    [TestCaseSource(nameof(Extreme))]
    public void Client_ExtremeOption_IsAccepted(string name, Action<ResilienceOptions> set)
    {
        var options = new ResilienceOptions();
        set(options);

        Assert.That(() => ClientOf(options), Throws.Nothing, name);
    }

    private static TestCaseData Case(string name, Action<ResilienceOptions> set) => new TestCaseData(name, set).SetArgDisplayNames(name);

    private static void ClientOf(ResilienceOptions options)
    {
        using var transport = ScriptedTransport.Echo();
        ManualClients.Of(transport, resilience: options).Dispose();
    }

    [Test]
    public void Client_OptionsWithoutResilienceOrClock_AreRefused()
    {
        using var transport = ScriptedTransport.Echo();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => new FinancialsClient(TestClients.Service, new StaticTokenCredential("t"), new() { Transport = transport, Resilience = null! }),
                Throws.ArgumentNullException);
            Assert.That(
                () => new FinancialsClient(TestClients.Service, new StaticTokenCredential("t"), new() { Transport = transport, TimeProvider = null! }),
                Throws.ArgumentNullException);
        }
    }
}
