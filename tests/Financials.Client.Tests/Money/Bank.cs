using System.Globalization;
using Financials.Client.Sandbox;

namespace Financials.Client.Tests.Money;

/// <summary>A sandbox with one customer and a journal that can be posted.</summary>
internal sealed class Bank : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private readonly FinancialsClient _client;

    private Bank(FinancialsSandbox sandbox)
    {
        Sandbox = sandbox;
        _client = Client(transport: null);
    }

    public FinancialsSandbox Sandbox { get; }

    public SandboxCompany Company => Sandbox.Company;

    /// <summary>How many requests have met a fault.</summary>
    public int Failed => Sandbox.Faults.Active.Sum(fault => fault.Hits);

    public static async Task<Bank> OpenAsync()
    {
        var bank = new Bank(await FinancialsSandbox.StartAsync(new() { SampleData = false, Token = "token", Limits = null, MaxRecordedRequests = 1 }));
        await bank._client.Companies[bank.Company.Id].Customers.CreateAsync(new() { Number = "C0001", DisplayName = "Somebody who pays" });
        return bank;
    }

    /// <summary>How much of a run is done: little by default, and as much as a variable of the environment says.</summary>
    public static int Size(string variable, int usual) => Environment.GetEnvironmentVariable(variable) is { } size ? int.Parse(size, CultureInfo.InvariantCulture) : usual;

    /// <summary>A journal without numbers of its own.</summary>
    public async Task<Guid> NewJournalAsync()
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"J{Company.Journals.Count}");
        var journal = await _client.Companies[Company.Id].PaymentJournals.CreateAsync(new() { Code = code, BalancingAccountId = Company.DefaultJournal.BalancingAccountId });
        return journal.Id!.Value;
    }

    /// <summary>A client that retries soon.</summary>
    public FinancialsClient Client(HttpMessageHandler? transport, int maxBatchSize = 1) =>
        Sandbox.CreateBusinessCentralClient(new() { Transport = transport, Resilience = { MaxBatchSize = maxBatchSize, BaseDelay = Soon, MaxDelay = 20 * Soon } });

    /// <summary>Lets a share of the creates of payments fail, in four ways; after three of them the payment is there.</summary>
    public void FailCreates(double share)
    {
        SandboxFault[] faults = [SandboxFault.DropRequest(), SandboxFault.DropAnswerAfterWrite(), SandboxFault.ResetInBody(), SandboxFault.Fail(504).AfterWrite()];
        foreach (var (seed, fault) in faults.Index())
        {
            Sandbox.Faults.Add(fault.On("POST", "*/customerPayments").WithProbability(share / faults.Length, seed + 1));
            Sandbox.Faults.Add(fault.On("POST", "*/$batch").WithProbability(share / faults.Length, seed + 1));
        }
    }

    /// <summary>How often each document number was paid, in the journal or posted.</summary>
    public Dictionary<string, int> Paid(Guid journal) => Company.Payments(journal).Select(payment => payment.DocumentNumber!)
        .Concat(Company.CustomerEntries.Select(entry => entry.DocumentNumber))
        .GroupBy(number => number).ToDictionary(payment => payment.Key, payment => payment.Count());

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
