using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Payments on Business Central's API v2.0, in a journal and by its id.</summary>
[TestFixture]
public sealed class PaymentTests
{
    private static readonly string[] Members =
    [
        "id", "journalId", "journalDisplayName", "lineNumber", "customerId", "customerNumber", "postingDate", "documentNumber", "externalDocumentNumber", "amount",
        "appliesToInvoiceId", "appliesToInvoiceNumber", "description", "comment", "lastModifiedDateTime",
    ];

    private CentralBench _bench = null!;

    private string JournalId => $"{_bench.Documented.JournalId}";

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync(new() { PageSize = 3 });

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Payment_CreatedInAJournal_HasTheMembersOfTheSurface()
    {
        var answer = await _bench.SendAsync($"POST {_bench.Payments}", """{"customerNumber":"20000","amount":-1500.10,"lineNumber":900000}""");
        var created = answer.Json;
        var read = await _bench.GetAsync($"{_bench.Payments}({created["id"]})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{answer.Location}", Does.EndWith($"{_bench.Payments}({created["id"]})"));
            Assert.That(JsonNode.DeepEquals(read, created), $"{read}");
            Assert.That(read.Select(member => member.Key).Where(name => !name.StartsWith('@')), Is.EquivalentTo(Members));
            Assert.That($"{read["journalId"]} {read["journalDisplayName"]}", Is.EqualTo($"{JournalId} DEFAULT"));
            Assert.That(read["amount"]!.ToJsonString(), Is.EqualTo("-1500.10"));
            Assert.That($"{read["appliesToInvoiceId"]}|{read["appliesToInvoiceNumber"]}", Is.EqualTo($"{Guid.Empty}|"));
        }
    }

    [Test]
    public async Task Payment_CreatedByJournalId_IsALineOfThatJournal()
    {
        var journal = await _bench.CreateAsync("/customerPaymentJournals", """{"code":"EDI"}""");
        var created = await _bench.CreateAsync("/customerPayments", $$"""{"journalId":"{{journal["id"]}}","amount":-3}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{created["journalDisplayName"]}", Is.EqualTo("EDI"));
            Assert.That(await _bench.ListAsync($"/customerPayments?$filter=journalId eq {journal["id"]}", "id"), Is.EqualTo($"{created["id"]}"));
            Assert.That(await _bench.ListAsync($"/customerPayments?$filter=id eq {created["id"]}", "lineNumber"), Is.EqualTo("10000"));
            Assert.That(await _bench.ListAsync($"/customerPayments?$filter=journalId eq {Guid.NewGuid()}", "id"), Is.Empty);
            Assert.That((await _bench.SendAsync($"GET /customerPayments/$count?$filter=journalId eq {journal["id"]} and amount lt 0")).Text, Is.EqualTo("1"));
            Assert.That($"{(await _bench.GetAsync($"/customerPayments({created["id"]})"))["amount"]}", Is.EqualTo("-3"));
            Assert.That($"{(await _bench.GetAsync($"/customerPayments({created["id"]})/customerPaymentJournal"))["code"]}", Is.EqualTo("EDI"));
        }
    }

    [Test]
    public async Task JournalDisplayName_InACreate_IsPassedOver()
    {
        var inJournal = await _bench.CreateAsync(_bench.Payments, """{"journalDisplayName":"OTHER","amount":-1}""");
        var byId = await _bench.CreateAsync("/customerPayments", $$"""{"journalId":"{{JournalId}}","journalDisplayName":"OTHER","amount":-1}""");
        Assert.That(($"{inJournal["journalDisplayName"]}", $"{byId["journalDisplayName"]}"), Is.EqualTo(("DEFAULT", "DEFAULT")));
    }

    [Test]
    public async Task Payments_QueriedInAJournal_ArePagedSelectedAndExpanded()
    {
        await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"21000","amount":-1,"lineNumber":900000}""");
        var page = await _bench.GetAsync($"{_bench.Payments}?$count=true&$orderby=lineNumber desc&$select=lineNumber&$expand=customer($select=city),customerPaymentJournal");
        var first = page["value"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page["@odata.count"]!.GetValue<int>(), Is.EqualTo(_bench.Company.PaymentCount));
            Assert.That(page["value"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That($"{page["@odata.nextLink"]}", Does.Contain($"{_bench.Payments}?"));
            Assert.That($"{first["lineNumber"]} {first["customer"]!["city"]} {first["customerPaymentJournal"]!["code"]}", Is.EqualTo("900000 Denver DEFAULT"));
            Assert.That(await _bench.ListAsync($"{_bench.Payments}?$filter=lineNumber eq 900000", "customerNumber"), Is.EqualTo("21000"));
        }
    }

    [Test]
    public async Task Payment_UpdatedAndDeletedOnTheFlatSet_ChangesInTheJournal()
    {
        var created = await _bench.CreateAsync(_bench.Payments, """{"amount":-1}""");
        var path = $"/customerPayments({created["id"]})";
        var changed = await _bench.UpdateAsync(path, created, $$"""{"amount":-2,"journalId":"{{JournalId}}"}""");
        var inJournal = await _bench.GetAsync($"{_bench.Payments}({created["id"]})");
        var deleted = await _bench.SendAsync($"DELETE {path}", null, ("If-Match", $"{changed["@odata.etag"]}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inJournal["amount"]!.GetValue<decimal>(), Is.EqualTo(-2m));
            Assert.That(deleted.Status, Is.EqualTo(204));
            Assert.That((await _bench.SendAsync($"GET {path}")).Refusal, Is.EqualTo("404 Internal_RecordNotFound: The Gen. Journal Line does not exist."));
        }
    }

    [Test]
    public async Task Journal_CreatedReadChangedAndDeleted_TakesItsLinesAlong()
    {
        var created = await _bench.CreateAsync("/customerPaymentJournals", """{"code":"edi","displayName":"EDI"}""");
        var path = $"/customerPaymentJournals({created["id"]})";
        var payment = await _bench.CreateAsync($"{path}/customerPayments", """{"amount":-1}""");
        var renamed = await _bench.UpdateAsync(path, created, """{"code":"EDI-2"}""");
        var read = (await _bench.GetAsync("/customerPaymentJournals?$filter=code eq 'edi-2'&$expand=customerPayments"))["value"]![0]!;
        var line = read["customerPayments"]![0]!;
        var deleted = await _bench.SendAsync($"DELETE {path}", null, ("If-Match", $"{renamed["@odata.etag"]}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                string.Join(' ', created.Select(member => member.Key).Where(name => !name.StartsWith('@'))),
                Is.EqualTo("id code displayName lastModifiedDateTime balancingAccountId balancingAccountNumber"));
            Assert.That($"{line["journalId"]} {line["journalDisplayName"]}", Is.EqualTo($"{created["id"]} EDI-2"));
            Assert.That(deleted.Status, Is.EqualTo(204));
            Assert.That((await _bench.SendAsync($"GET /customerPayments({payment["id"]})")).Status, Is.EqualTo(404));
        }
    }
}
