
namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>A batch whose responses are lost, a journal that is posted before it goes on, and a service that posts by its own rules.</summary>
[TestFixture]
public sealed class PostedBatchTests
{
    private const int Payments = 10;

    private ServiceBench _bench = null!;
    private PaymentJournalClient _journal = null!;
    private string _path = null!;

    [SetUp]
    public async Task Start()
    {
        _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _bench = await ServiceBench.StartAsync(ServedAs.BusinessCentral);
        var journal = await _bench.Company.PaymentJournals.CreateAsync(new()
        {
            Code = "EDI", BalancingAccountId = _bench.Sandbox.Company.DefaultJournal.BalancingAccountId,
        });
        _journal = _bench.Company.PaymentJournals[journal.Id!.Value];
    }

    [TearDown]
    public async Task Stop()
    {
        await _bench.DisposeAsync();
        File.Delete(_path);
    }

    [Test]
    public async Task Batch_WhoseResponsesAreLostAndWhoseJournalIsPosted_IsFoundPostedAndNotSentAgain()
    {
        // From the second one on they are written, and nobody learns of it: the responses are lost, and the journal cannot be read.
        var lost = await RunAsync(afterTheFirst: () =>
        {
            _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/$batch"));
            _bench.Sandbox.Faults.Add(SandboxFault.Fail(403).On("GET", "*/customerPayments"));
        });
        _bench.Sandbox.Faults.Clear();
        Assert.That(lost.Skip(1).Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Unknown));

        var posting = await _journal.PostAsync();
        var requests = _bench.Sandbox.Requests.Count(request => request.Method == "POST");
        var found = await RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(posting, Is.EqualTo(JournalPosting.Posted));
            Assert.That(found[0], Is.EqualTo(lost[0] with { CreatedEarlier = true }), "as the ledger has it");
            Assert.That(found.Skip(1).Select(result => result.Outcome), Is.All.EqualTo(BatchPaymentOutcome.Posted));
            Assert.That(_bench.Sandbox.Requests.Count(request => request.Method == "POST"), Is.EqualTo(requests));
            Assert.That(await _journal.Payments.ToListAsync(), Is.Empty);
            foreach (var payment in found)
            {
                var entries = await _bench.Company.GeneralLedgerEntries.Where(entry => entry.DocumentNumber == payment.DocumentNumber).CountAsync();
                Assert.That(entries, Is.EqualTo(2), payment.DocumentNumber);
            }
        }
    }

    /// <summary>The service leaves an empty line behind that no endpoint shows, and that holds a number.</summary>
    [Test]
    public async Task Batch_AfterAPostingThatLeftAHiddenLine_IsCreated()
    {
        await RunAsync();
        await _journal.PostAsync();

        var payment = await _journal.Payments.CreateAsync(new() { CustomerNumber = "20000", Amount = -5m, PostingDate = new(2026, 1, 31), DocumentNumber = "B-1" });

        Assert.That(await _journal.Payments.ToListAsync(), Is.EqualTo((CustomerPayment[])[payment]));
    }

    private async Task<List<BatchPaymentResult>> RunAsync(Action? afterTheFirst = null)
    {
        using var ledger = new FilePaymentLedger(_path);
        var results = new List<BatchPaymentResult>();
        var first = new TaskCompletionSource();
        await foreach (var result in _journal.Payments.CreateAllAsync(Batch(first.Task), ledger))
        {
            results.Add(result);
            if (results.Count == 1)
            {
                afterTheFirst?.Invoke();
                first.SetResult();
            }
        }

        return results;
    }

    /// <summary>One payment, and once that is there, the others, which go together.</summary>
    private static async IAsyncEnumerable<BatchPayment> Batch(Task first)
    {
        for (var i = 1; i <= Payments; i++)
        {
            yield return new BatchPayment($"line {i}", new CustomerPayment { CustomerNumber = "20000", Amount = -i, PostingDate = new(2026, 1, 31) });
            await first;
        }
    }
}
