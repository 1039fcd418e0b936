using System.Text.Json.Nodes;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>What is found under a create's key is the create's own only if it is what was sent.</summary>
[CancelAfter(20_000)]
public class StoredComparisonTests
{
    private static readonly Customer Coho = new() { Number = "c0001", DisplayName = "Coho Winery" };

    private static readonly CustomerPayment Payment = new()
    {
        LineNumber = 10_000,
        CustomerNumber = " c0001",
        ContactId = "CT000001",
        PostingDate = new DateOnly(2026, 3, 1),
        DocumentNumber = "pay-1",
        Amount = -1500.10m,
        AppliesToInvoiceId = Guid.Empty,
        Comment = "",
    };

    [Test]
    public async Task Create_KeyTakenAtTheFirstAttempt_NeverAdoptsTheOther(CancellationToken guard)
    {
        using var server = new ModelServer();
        server["customers"].Insert(new() { ["number"] = "C0001", ["displayName"] = "Coho Winery" });
        using var client = server.DocumentedClient();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(error.Message, Does.Contain("Somebody else may have created it").And.Not.Contain("nothing was created"));
        Assert.That(server.Methods, Is.EqualTo("POST GET"));
    }

    [Test]
    public async Task Create_KeyTakenByOtherValues_SaysThatNothingWasCreated(CancellationToken guard)
    {
        using var server = new ModelServer();
        server["customers"].Insert(new() { ["number"] = "C0001", ["displayName"] = "Northwind" });
        using var client = server.DocumentedClient();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(error.Message, Does.Contain("nothing was created"));
    }

    [Test]
    public async Task Create_KeyTakenAfterThrottling_NeverAdoptsTheOther(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Throttled, ModelFault.Unreachable);
        server["customers"].Insert(new() { ["number"] = "C0001", ["displayName"] = "Coho Winery" });
        using var client = server.DocumentedClient();

        await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(server.Methods, Is.EqualTo("POST POST POST GET"));
    }

    [Test]
    public async Task Create_StoredWithOtherValues_SaysSo(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never));
        server["customers"].Insert(new() { ["number"] = "C0001", ["displayName"] = "Northwind" });
        using var client = server.DocumentedClient();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Customers().CreateAsync(Coho, guard));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain("with other values").And.Contain("Compare the two").And.Contain("The connection broke off"));
            Assert.That((error.Method, error.Attempts), Is.EqualTo(("POST", 1)), "the request whose answer was lost");
            Assert.That(server.Sent("POST"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Create_KeyTakenByOtherValuesBeforeTheSecondAttempt_SaysSo(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never));
        server.Arriving = request =>
        {
            if (request.Method == "POST" && server.Sent("POST") == 1)
            {
                server["customers"].Insert(new() { ["number"] = "C0001", ["displayName"] = "Northwind" });
            }
        };
        using var client = server.DocumentedClient();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(error.Message, Does.Contain("with other values"));
        Assert.That(server.Sent("POST"), Is.EqualTo(2));
    }

    [Test]
    public async Task Create_StoredWithTheOtherSign_NamesTheSign(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        var (journal, set) = Journals.New();
        server.Chooser = request =>
        {
            server[set].Rows.Single()["amount"] = 1500.10m;
            return ModelFault.None;
        };
        using var client = server.DocumentedClient();

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => client.Payments(journal).CreateAsync(Payment, guard));

        Assert.That(error.Message, Does.Contain("differ in the sign only"));
    }

    [Test]
    public async Task Create_StoredInTheServicesOwnWay_CountsAsStored(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        var (journal, set) = Journals.New();
        using var client = server.DocumentedClient();

        var created = await client.Payments(journal).CreateAsync(Payment, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.CustomerNumber, Is.EqualTo("C0001"));
            Assert.That(created.DocumentNumber, Is.EqualTo("PAY-1"));
            Assert.That(created.Description, Is.EqualTo("Accounts Receivable"));
            Assert.That(created.ContactId, Is.Null);
            Assert.That(server[set].Rows, Has.Count.EqualTo(1));
            Assert.That(server.Sent("POST"), Is.EqualTo(1));
        }
    }

    [TestCase("amount", "-1500.11")]
    [TestCase("comment", null, TestName = "Create_CommentLeftEmptyAndStoredOtherwise_IsNotCompared")]
    [TestCase("documentNumber", "\"PAY-2\"")]
    [TestCase("postingDate", "\"2026-03-02\"")]
    [TestCase("customerNumber", "\"C0002\"")]
    public async Task Create_MemberStoredOtherwise_IsAConflict(string member, string? json, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        var (journal, set) = Journals.New();
        server.Chooser = _ =>
        {
            server[set].Rows.Single()[member] = json is null ? "filled in by the service" : JsonNode.Parse(json);
            return ModelFault.None;
        };
        using var client = server.DocumentedClient();

        var create = client.Payments(journal).CreateAsync(Payment, guard);

        if (json is null)
        {
            await create;
            return;
        }

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => create);
        Assert.That(error.Message, Does.Contain("with other values").And.Not.Contains("sign"));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }
}
