namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Writing the journals of all templates, whose lines a bookkeeper types and nobody sees.</summary>
[TestFixture]
public sealed class GeneralJournalTests
{
    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Journal_WithoutATemplate_IsOneOfTheGeneralTemplate()
    {
        var account = Account("10100");
        var created = await _bench.CreateAsync("/journals", $$"""{"code":"daily","displayName":"Daily","balancingAccountId":"{{account}}"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                $"{created["code"]} {created["templateDisplayName"]} {created["balancingAccountNumber"]}", Is.EqualTo("DAILY GENERAL 10100"));
            Assert.That(await _bench.ListAsync("/journals", "code"), Is.EqualTo("DAILY"));
            Assert.That(await _bench.ListAsync($"/journals?$filter=id eq {created["id"]}", "code"), Is.EqualTo("DAILY"));
            Assert.That(await _bench.ListAsync("/customerPaymentJournals", "code"), Is.EqualTo("DEFAULT"), "not a payment journal");
            Assert.That(
                (await _bench.SendAsync("POST /customerPayments", $$"""{"journalId":"{{created["id"]}}","amount":-1}""")).Status, Is.EqualTo(400), "nor does it take payments");
        }
    }

    [Test]
    public async Task Journal_OfThePaymentTemplate_IsAPaymentJournal()
    {
        var created = await _bench.CreateAsync("/journals", """{"code":"BANK","templateDisplayName":"cashrcpt"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _bench.ListAsync("/customerPaymentJournals", "id"), Does.Contain($"{created["id"]}"));
            Assert.That(await _bench.ListAsync("/journals", "code"), Is.Empty);
        }
    }

    [Test]
    public async Task Code_TakenInOneTemplate_IsFreeInAnother()
    {
        await _bench.CreateAsync("/journals", """{"code":"DEFAULT"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _bench.SendAsync("POST /journals", """{"code":"default"}""")).Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
            Assert.That(
                (await _bench.SendAsync("POST /journals", """{"code":"DEFAULT","templateDisplayName":"CASHRCPT"}""")).Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
        }
    }

    [Test]
    public async Task Journal_OfAnyTemplate_IsChangedAndDeleted()
    {
        var general = await _bench.CreateAsync("/journals", """{"code":"DAILY"}""");
        var payments = await _bench.CreateAsync("/customerPaymentJournals", """{"code":"EDI"}""");
        foreach (var created in new[] { general, payments })
        {
            var path = $"/journals({created["id"]})";
            var changed = await _bench.UpdateAsync(path, await _bench.GetAsync(path), """{"displayName":"Changed","code":"other"}""");
            var stale = await _bench.SendAsync($"PATCH {path}", "{}", ("If-Match", $"{created["@odata.etag"]}"));
            var deleted = await _bench.SendAsync($"DELETE {path}");
            Assert.That(
                ($"{changed["displayName"]} {changed["code"]}", stale.Status, deleted.Status, (await _bench.SendAsync($"GET {path}")).Status),
                Is.EqualTo(("Changed OTHER", 409, 204, 404)));
        }
    }

    [TestCase("POST /journals", """{"code":"X","templateDisplayName":"none"}""", "400 Internal_InvalidTableRelation: The field Journal Template Name of table Gen. Journal Batch contains a value (NONE) that cannot be found in the related table (Gen. Journal Template).")]
    [TestCase("POST /journals", """{"displayName":"no code"}""", "400 BadRequest_RequiredParamNotProvided: Field 'code' must not be blank or empty.")]
    [TestCase("POST /journals", """{"code":"X","balancingAccountNumber":"10100"}""", "400 BadRequest: Control 'balancingAccountNumber' is read-only.")]
    [TestCase("POST /journals", """{"code":"X","balancingAccountId":"11111111-1111-1111-1111-111111111111"}""", "400 Application_DialogException: The \"balancingAccountNumber\" does not match to a G/L Account.")]
    [TestCase("DELETE /journals", null, "405 BadRequest_MethodNotAllowed: 'DELETE' requests for 'journals' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services.")]
    public async Task Request_ThatTheServiceDoesNotTake_IsRefused(string line, string? body, string refusal) =>
        Assert.That((await _bench.SendAsync(line, body)).Refusal, Is.EqualTo(refusal));

    [Test]
    public async Task Template_OfAJournal_StaysWhatItIs()
    {
        var created = await _bench.CreateAsync("/journals", """{"code":"DAILY"}""");
        var refused = await _bench.SendAsync($"PATCH /journals({created["id"]})", """{"templateDisplayName":"CASHRCPT"}""", ("If-Match", "*"));
        Assert.That(refused.Refusal, Is.EqualTo("400 Application_DialogException: You cannot change the value of the key field Journal Template Name."));
    }

    [Test]
    public async Task Lines_OfAGeneralJournal_ArePostedToTheLedger()
    {
        var created = await _bench.CreateAsync("/journals", $$"""{"code":"DAILY","balancingAccountId":"{{Account("10100")}}"}""");
        var journal = Guid.Parse($"{created["id"]}");
        var before = await _bench.ListAsync("/generalLedgerEntries?$filter=documentNumber eq ''", "entryNumber");
        _bench.Company.AddHiddenLine(journal, accountNumber: "40100", amount: 12.005m);
        var unnumbered = await _bench.SendAsync($"POST /journals({journal})/Microsoft.NAV.post");
        Assert.That((before, unnumbered.Refusal), Is.EqualTo((
            "", "400 Application_FieldValidationException: Document No. must have a value in Gen. Journal Line: Journal Template Name=GENERAL, Journal Batch Name=DAILY, Line No.=10000. It cannot be zero or empty.")));
    }

    [Test]
    public async Task Post_OfAGeneralJournal_IsNotHeldUpByThePaymentTemplate()
    {
        var created = await _bench.CreateAsync("/journals", """{"code":"DAILY01"}""");
        var journal = Guid.Parse($"{created["id"]}");
        _bench.Company.AddHiddenLine(journal);
        (_bench.Company.TemplateForcesPostingReport, _bench.Company.IncrementsJournalNames) = (true, true);
        var posted = await _bench.SendAsync($"POST /journals({journal})/Microsoft.NAV.post");
        Assert.That((posted.Status, await _bench.ListAsync("/journals", "id")), Is.EqualTo((204, $"{journal}")), posted.Text);
    }

    private string Account(string number) =>
        _bench.GetAsync($"/accounts?$filter=number eq '{number}'").GetAwaiter().GetResult()["value"]![0]!["id"]!.GetValue<string>();
}
