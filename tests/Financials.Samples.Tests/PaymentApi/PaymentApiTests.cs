using System.Net;
using System.Text;
using Financials.Client;
using Financials.Client.Sandbox;
using Financials.Samples.Tests.ImportPayments.Support;
using PaymentApi;

namespace Financials.Samples.Tests.PaymentApi;

/// <summary>The web application as a process: what a bank sends it comes to Business Central once, or is told to be wrong.</summary>
[CancelAfter(120_000)]
public sealed class PaymentApiTests
{
    private const string Secret = "of the bank";
    private const string Body = """{"reference":"bank-1","customerNumber":"20000","amount":12.50,"date":"2026-01-31"}""";

    [Test]
    public async Task Delivery_ThatComesThreeTimesWhileTheServiceIsDown_BecomesOnePayment(CancellationToken guard)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(cancellationToken: guard);
        using var folder = new TemporaryFolder();
        var down = sandbox.Faults.Add(SandboxFault.Fail(503));
        await using var api = await ApiProcess.StartAsync(Arguments(sandbox, folder), guard);

        for (var delivery = 1; delivery <= 3; delivery++)
        {
            using var accepted = await api.PostAsync(Body, SignedBody.Of(Encoding.UTF8.GetBytes(Body), Secret), guard);
            Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        }

        while (down.Hits == 0)
        {
            await Task.Delay(10, guard);
        }

        sandbox.Faults.Clear();
        while (await api.GetAsync("/health", guard) != "Healthy" || Payments().Count == 0)
        {
            await Task.Delay(10, guard);
        }

        Assert.That(Payments().Select(payment => payment.Amount), Is.EqualTo([-12.50m]));

        List<CustomerPayment> Payments() => [.. sandbox.Company.AllPayments.Where(payment => payment.CustomerNumber == "20000" && payment.Amount == -12.50m)];
    }

    [Test]
    public async Task Delivery_ThatIsWrong_IsRefusedAndSaysWhy(CancellationToken guard)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(cancellationToken: guard);
        using var folder = new TemporaryFolder();
        await using var api = await ApiProcess.StartAsync(Arguments(sandbox, folder), guard);

        (string Body, string? Signature, HttpStatusCode Status, string Text)[] deliveries =
        [
            (Body, null, HttpStatusCode.Unauthorized, "401"),
            (Body, SignedBody.Of(Encoding.UTF8.GetBytes(Body), "of somebody else"), HttpStatusCode.Unauthorized, "401"),
            Signed(Body.Replace("12.50", "-12.50", StringComparison.Ordinal), HttpStatusCode.BadRequest, "What was received is more than zero."),
            Signed(Body.Replace("2026-01-31", "yesterday", StringComparison.Ordinal), HttpStatusCode.BadRequest, "$.date"),
            Signed("null", HttpStatusCode.BadRequest, "empty"),
            Signed(Body, HttpStatusCode.Accepted, ""),
            Signed(Body.Replace("12.50", "13.50", StringComparison.Ordinal), HttpStatusCode.Conflict, "bank-1"),
        ];
        using (Assert.EnterMultipleScope())
        {
            foreach (var delivery in deliveries)
            {
                using var response = await api.PostAsync(delivery.Body, delivery.Signature, guard);
                Assert.That(response.StatusCode, Is.EqualTo(delivery.Status), delivery.Body);
                Assert.That(await response.Content.ReadAsStringAsync(guard), Does.Contain(delivery.Text).And.Not.Contain("   at "));
            }
        }

        static (string, string?, HttpStatusCode, string) Signed(string body, HttpStatusCode status, string text) =>
            (body, SignedBody.Of(Encoding.UTF8.GetBytes(body), Secret), status, text);
    }

    /// <summary>A customer that is unknown makes the payment wait for a person, and the others go on.</summary>
    [Test]
    public async Task Payment_OfAnUnknownCustomer_IsParkedWithTheReason(CancellationToken guard)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(cancellationToken: guard);
        using var folder = new TemporaryFolder();
        await using var api = await ApiProcess.StartAsync(Arguments(sandbox, folder), guard);
        var body = Body.Replace("20000", "NOBODY", StringComparison.Ordinal);

        using var accepted = await api.PostAsync(body, SignedBody.Of(Encoding.UTF8.GetBytes(body), Secret), guard);
        string parked;
        while ((parked = await api.GetAsync("/payments/parked", guard)) == "[]")
        {
            await Task.Delay(10, guard);
        }

        Assert.That(parked, Does.Contain("\"reference\":\"bank-1\"").And.Contain("NOBODY"));
    }

    private static string[] Arguments(FinancialsSandbox sandbox, TemporaryFolder folder) =>
    [
        $"--Financials:BaseAddress={sandbox.BusinessCentralAddress}", $"--Financials:Scope={FinancialsSandbox.Scope}", "--Financials:Surface=BusinessCentral",
        $"--FINANCIALS_TOKEN={sandbox.Token}",
        $"--Payments:Database=Data Source={folder["payments.db"]}", $"--Payments:Secret={Secret}",
        $"--Payments:CompanyId={sandbox.Company.Id}", $"--Payments:JournalId={sandbox.Company.DefaultJournal.Id}",
    ];
}
