using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Posting payment journals, and where a payment is seen again afterwards.</summary>
[TestFixture]
public sealed class PostingTests
{
    private CentralBench _bench = null!;
    private string _journal = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await CentralBench.StartAsync();
        await CreateJournalAsync("EDI");
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task PaymentJournal_AmongTheJournals_IsReadByItsIdButNotListed()
    {
        var read = await _bench.GetAsync($"/journals({_journal})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{read["code"]} {read["templateDisplayName"]} {read["balancingAccountNumber"]}", Is.EqualTo("EDI CASHRCPT 10100"));
            Assert.That(await _bench.ListAsync("/journals", "code"), Is.Empty);
            Assert.That(await _bench.ListAsync("/journals?$filter=templateDisplayName eq 'CASHRCPT'", "code"), Is.EqualTo("DEFAULT EDI"));
            Assert.That((await _bench.SendAsync($"GET /journals({Guid.NewGuid()})")).Status, Is.EqualTo(404));
            Assert.That((await _bench.SendAsync($"POST /customerPaymentJournals({_journal})/Microsoft.NAV.post")).Status, Is.EqualTo(404), "payment journals have no action");
            Assert.That((await _bench.Documented.SendAsync($"GET /journals/{_journal}")).Status, Is.EqualTo(404), "nor has the documented surface journals");
        }
    }

    [Test]
    public async Task Post_OfAJournalWithoutLines_IsRefused() => Assert.That(
        (await PostAsync()).Refusal, Is.EqualTo("400 Application_DialogException: There is nothing to post."));

    [TestCase("Microsoft.NAV.post")]
    [TestCase("microsoft.nav.Post")]
    public async Task Post_OfAPayment_DeletesItsLineAndPaysTheInvoice(string action)
    {
        var invoice = Open;
        var before = await _bench.GetAsync($"/salesInvoices({invoice.Id})");
        var total = before["remainingAmount"]!.GetValue<decimal>();
        var balance = _bench.Company.Customers.Single(customer => customer.Id == invoice.CustomerId).Balance;
        var payment = await PayAsync($$"""{"appliesToInvoiceNumber":"{{invoice.Number}}","documentNumber":"B-1","postingDate":"2026-02-03","amount":{{-total}}}""");
        var done = await _bench.SendAsync($"POST /journals({_journal})/{action}");
        var after = await _bench.GetAsync($"/salesInvoices({invoice.Id})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Status, Is.EqualTo(204), done.Text);
            Assert.That($"{before["status"]} {after["status"]} {after["remainingAmount"]}", Is.EqualTo("Open Paid 0"));
            Assert.That((await _bench.SendAsync($"GET /customerPayments({payment["id"]})")).Status, Is.EqualTo(404));
            Assert.That(_bench.Company.Customers.Single(customer => customer.Id == invoice.CustomerId).Balance, Is.EqualTo(balance - total));
            Assert.That(_bench.Company.CustomerEntries[^1], Has.Property("DocumentNumber").EqualTo("B-1").And.Property("RemainingAmount").Zero);
        }
    }

    [Test]
    public async Task Post_OfPartOfAnInvoice_LeavesItOpenWithTheRest()
    {
        var invoice = Open;
        var total = invoice.TotalAmountIncludingTax!.Value;
        await PayAsync($$"""{"appliesToInvoiceId":"{{invoice.Id}}","documentNumber":"B-1","amount":-100.01}""");
        await PostAsync();
        var after = await _bench.GetAsync($"/salesInvoices({invoice.Id})");
        Assert.That(($"{after["status"]}", after["remainingAmount"]!.GetValue<decimal>()), Is.EqualTo(("Open", total - 100.01m)));
    }

    [Test]
    public async Task Post_OfMoreThanAnInvoice_LeavesTheRestWithTheCustomer()
    {
        var invoice = Open;
        var total = invoice.TotalAmountIncludingTax!.Value;
        await PayAsync($$"""{"appliesToInvoiceId":"{{invoice.Id}}","documentNumber":"B-1","amount":{{-total - 7m}}}""");
        await PostAsync();
        Assert.That(_bench.Company.CustomerEntries[^1].RemainingAmount, Is.EqualTo(-7m));
    }

    [Test]
    public async Task LedgerEntries_OfAPostedPayment_AreOnItsAccounts()
    {
        var highest = (await _bench.GetAsync("/generalLedgerEntries?$orderby=entryNumber desc&$top=1"))["value"]![0]!["entryNumber"]!.GetValue<int>();
        await PayAsync("""{"customerNumber":"21000","documentNumber":"b-77","postingDate":"2026-02-03","amount":-12.5,"description":"Remittance"}""");
        await PostAsync();
        var entries = (await _bench.GetAsync("/generalLedgerEntries?$filter=documentNumber eq 'B-77'"))["value"]!.AsArray();
        var receivables = (await _bench.GetAsync("/accounts?$filter=number eq '12100'"))["value"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                entries.Select(entry => $"{entry!["entryNumber"]!.GetValue<int>() - highest} {entry["accountNumber"]} {entry["debitAmount"]} {entry["creditAmount"]}"),
                Is.EqualTo(["1 12100 0 12.5", "2 10100 12.5 0"]));
            Assert.That($"{entries[0]!["documentType"]} {entries[0]!["postingDate"]} {entries[0]!["description"]}", Is.EqualTo("Payment 2026-02-03 Remittance"));
            Assert.That($"{entries[0]!["accountId"]}", Is.EqualTo($"{receivables["id"]}"));
            Assert.That(entries[0]!.AsObject().ContainsKey("externalDocumentNumber"), Is.False, "API v2.0 does not show it");
            Assert.That((await _bench.SendAsync("POST /generalLedgerEntries", "{}")).Status, Is.EqualTo(405));
            Assert.That((await _bench.SendAsync($"PATCH /accounts({receivables["id"]})", "{}", ("If-Match", "*"))).Status, Is.EqualTo(405));
        }
    }

    [Test]
    public async Task CustomerLedgerEntries_OfOtherApis_ListTheApplicationAndTheOtherSidesNumber()
    {
        var invoice = Open;
        await PayAsync($$"""{"appliesToInvoiceId":"{{invoice.Id}}","documentNumber":"B-1","externalDocumentNumber":"bank-1","amount":-100}""");
        await PostAsync();
        var analytics = await ListAsync("microsoft/analytics/v1.0", "$filter=dcleDocumentNo eq 'B-1'");
        var reports = await ListAsync("microsoft/reportsFinance/beta", "$filter=externalDocumentNumber eq 'BANK-1'");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(analytics.Select(row => $"{row!["dcleDocumentType"]} {row["dcleAmountLCY"]} {row["cleOpen"]}"), Is.EqualTo(["Payment -100 false", "Payment 100 false", "Payment -100 true"]));
            Assert.That(analytics[1]!["dcleAppliedCustLedgerEntryNo"]!.GetValue<int>(), Is.EqualTo(analytics[2]!["cleEntryNo"]!.GetValue<int>()), "the invoice's entry");
            Assert.That(reports.Select(row => $"{row!["documentNumber"]} {row["amount"]} {row["customerNumber"]}"), Is.EqualTo([$"B-1 -100 {invoice.BillToCustomerNumber}"]));
        }
    }

    [Test]
    public async Task Post_OfAJournalWithoutASeries_LeavesAnEmptyLineThatNobodySees()
    {
        await PayAsync("""{"customerNumber":"21000","documentNumber":"B-1","postingDate":"2026-02-03","amount":-1}""");
        await PostAsync();
        var taken = await _bench.SendAsync($"POST {Payments}", """{"lineNumber":10000,"customerNumber":"21000","amount":-2}""");
        var again = await PostAsync();
        var next = await PayAsync("""{"customerNumber":"21000","amount":-2}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken.Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
            Assert.That(again.Status, Is.EqualTo(204), "a repeated post finds the empty line");
            Assert.That(await _bench.ListAsync(Payments, "lineNumber"), Is.EqualTo("20000"));
            Assert.That($"{next["postingDate"]} {next["documentNumber"]}", Is.EqualTo("2026-02-03 B-2"));
        }
    }

    [Test]
    public async Task Post_OfAJournalWithASeries_GivesTheNumbersAndFreesTheLineNumbers()
    {
        _bench.Company.PostJournal(_bench.Documented.JournalId);
        var refused = Assert.Throws<InvalidOperationException>(() => _bench.Company.PostJournal(_bench.Documented.JournalId));
        var last = _bench.Company.CustomerEntries[^1].DocumentNumber;
        var next = await _bench.CreateAsync(_bench.Payments, """{"lineNumber":10000,"customerNumber":"21000","amount":-2}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Message, Is.EqualTo("There is nothing to post."));
            Assert.That(string.CompareOrdinal($"{next["documentNumber"]}", last), Is.Positive);
        }
    }

    [Test]
    public async Task Post_WithTheJobQueue_LooksLikePostedUntilTheQueueRuns()
    {
        _bench.Company.PostsWithJobQueue = true;
        await PayAsync("""{"customerNumber":"21000","documentNumber":"GOOD","amount":-1}""");
        await PayAsync("""{"customerNumber":"21000","documentNumber":"BAD","appliesToInvoiceNumber":"NOWHERE","amount":-1}""");
        var answer = await PostAsync();
        var before = await _bench.ListAsync(Payments, "documentNumber");
        var refusals = _bench.Company.RunJobQueue();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, before), Is.EqualTo((204, "GOOD BAD")));
            Assert.That(refusals, Has.Count.EqualTo(1).And.All.StartsWith("There is no Cust. Ledger Entry within the filter."));
            Assert.That(await _bench.ListAsync(Payments, "documentNumber"), Is.EqualTo("BAD"));
            Assert.That(_bench.Company.RunJobQueue(), Is.Empty);
        }
    }

    [Test]
    public async Task Post_WhereJournalNamesAreCountedUp_ReplacesTheJournal()
    {
        _bench.Company.IncrementsJournalNames = true;
        await CreateJournalAsync("BANK09");
        await PayAsync("""{"customerNumber":"21000","documentNumber":"B-1","amount":-1}""");
        var posted = await PostAsync();
        var next = (await _bench.GetAsync("/customerPaymentJournals?$filter=code eq 'BANK10'"))["value"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(posted.Status, Is.EqualTo(204));
            Assert.That($"{next["id"]}", Is.Not.EqualTo(_journal));
            Assert.That((await _bench.SendAsync($"GET /customerPaymentJournals({_journal})")).Status, Is.EqualTo(404));
            Assert.That((await PostAsync()).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Post_WhereAnotherSeriesIsForWhatIsPosted_ReplacesTheDocumentNumber()
    {
        _bench.Company.ReplacesDocumentNumbers = true;
        await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"21000","documentNumber":"MINE-1","externalDocumentNumber":"BANK-1","amount":-1}""");
        _bench.Company.PostJournal(_bench.Documented.JournalId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _bench.ListAsync("/generalLedgerEntries?$filter=documentNumber eq 'MINE-1'", "id"), Is.Empty);
            Assert.That(_bench.Company.CustomerEntries.Single(entry => entry.ExternalDocumentNumber == "BANK-1").DocumentNumber, Does.Match("^P\\d+$"));
        }
    }

    [Test]
    public async Task Post_ThatFailsAfterItCommitted_IsPosted()
    {
        await PayAsync("""{"customerNumber":"21000","documentNumber":"B-1","amount":-1}""");
        _bench.Sandbox.Faults.Add(SandboxFault.Fail(500).On("POST", "*.post").AfterWrite());
        Assert.That(((await PostAsync()).Status, _bench.Company.CustomerEntries[^1].DocumentNumber), Is.EqualTo((500, "B-1")));
    }

    [Test]
    public async Task Post_OfAJournalThatAwaitsApproval_IsRefused()
    {
        _bench.Company.JournalsAwaitApproval = true;
        await PayAsync("""{"customerNumber":"21000","documentNumber":"B-1","amount":-1}""");
        Assert.That((await PostAsync()).Refusal, Does.StartWith("400 Application_DialogException: You cannot use Gen. Journal Batch: CASHRCPT,EDI for this action."));
    }

    [Test]
    public async Task Post_WhereTheTemplateDemandsAReport_IsRefused()
    {
        _bench.Company.TemplateForcesPostingReport = true;
        await PayAsync("""{"customerNumber":"21000","documentNumber":"B-1","amount":-1}""");
        Assert.That((await PostAsync()).Code, Is.EqualTo("Application_FieldValidationException"));
    }

    [TestCase("""{"customerNumber":"21000","documentNumber":"B-1","amount":5}""", "400 Application_FieldValidationException: Amount must be negative in Gen. Journal Line: Journal Template Name=CASHRCPT, Journal Batch Name=EDI, Line No.=20000.")]
    [TestCase("""{"documentNumber":"B-1","amount":-5}""", "400 Application_FieldValidationException: Account No. must have a value in Gen. Journal Line: Journal Template Name=CASHRCPT, Journal Batch Name=EDI, Line No.=20000. It cannot be zero or empty.")]
    [TestCase("""{"customerNumber":"21000","documentNumber":"B-1","amount":-5,"appliesToInvoiceNumber":"NOWHERE"}""", "404 Internal_DataNotFoundFilter: There is no Cust. Ledger Entry within the filter.\\\\Filters: Document Type: Invoice, Document No.: NOWHERE, Customer No.: 21000, Open: Yes")]
    public async Task Post_OfALineAgainstARule_IsRefusedAndPostsNothing(string line, string refusal)
    {
        await PayAsync("""{"customerNumber":"22000","documentNumber":"A-1","amount":-1}""");
        var wrong = await PayAsync(line);
        var before = _bench.Company.CustomerEntries.Count;
        var answer = await PostAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Refusal, Is.EqualTo(refusal));
            Assert.That(_bench.Company.CustomerEntries, Has.Count.EqualTo(before));
            Assert.That((await _bench.SendAsync($"GET /customerPayments({wrong["id"]})")).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Post_OfALineWithoutADocumentNumber_IsRefused()
    {
        await PayAsync("""{"customerNumber":"21000","amount":-5}""");
        Assert.That((await PostAsync()).Message, Does.StartWith("Document No. must have a value in Gen. Journal Line:"));
    }

    [Test]
    public async Task Post_OfAPaidInvoiceOrOfSomebodyElses_IsRefused()
    {
        var paid = _bench.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Paid);
        await PayAsync($$"""{"appliesToInvoiceNumber":"{{paid.Number}}","documentNumber":"B-1","amount":-1}""");
        var ofPaid = await PostAsync();
        await CreateJournalAsync("OTHER");
        var open = _bench.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Open && invoice.CustomerNumber != "21000");
        await PayAsync($$"""{"customerNumber":"21000","appliesToInvoiceNumber":"{{open.Number}}","documentNumber":"B-1","amount":-1}""");
        Assert.That((ofPaid.Code, (await PostAsync()).Code), Is.EqualTo(("Internal_DataNotFoundFilter", "Internal_DataNotFoundFilter")));
    }

    [Test]
    public async Task Post_OfAPaymentWithoutABalancingAccount_IsOutOfBalance()
    {
        await CreateJournalAsync("BARE", account: null);
        await PayAsync("""{"customerNumber":"21000","documentNumber":"B-1","amount":-1500.5}""");
        Assert.That((await PostAsync()).Refusal, Is.EqualTo(
            "400 Application_DialogException: Document No. B-1 is out of balance by -1,500.5. Please check that Posting Date, Document Type, Document No. and Amount are correct for each line."));
    }

    [Test]
    public async Task Post_OfABlockedCustomersPayment_IsRefused()
    {
        await PayAsync("""{"customerNumber":"21000","documentNumber":"B-1","amount":-1}""");
        var customer = _bench.Company.Customers.Single(customer => customer.Number == "21000");
        await _bench.SendAsync($"PATCH /customers({customer.Id})", """{"blocked":"All"}""", ("If-Match", "*"));
        Assert.That((await PostAsync()).Message, Is.EqualTo("You cannot post this type of document when Customer 21000 is blocked with type All"));
    }

    [Test]
    public async Task Customer_WithAPostedPayment_CannotBeDeletedAndItsEntriesFollowItsNumber()
    {
        var customer = $"/customers({(await _bench.CreateAsync("/customers", """{"displayName":"A","number":"OLD"}"""))["id"]})";
        await PayAsync("""{"customerNumber":"OLD","documentNumber":"B-1","amount":-1}""");
        await PostAsync();
        await _bench.SendAsync($"PATCH {customer}", """{"number":"NEW"}""", ("If-Match", "*"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_bench.Company.CustomerEntries[^1].CustomerNumber, Is.EqualTo("NEW"));
            Assert.That((await _bench.SendAsync($"DELETE {customer}")).Message, Is.EqualTo("You cannot delete Customer NEW because it has ledger entries in a fiscal year that has not been closed yet."));
        }
    }

    [Test]
    public async Task Post_OfHiddenLines_PostsThemToo()
    {
        _bench.Company.AddHiddenLine(Guid.Parse(_journal), 30_000, "61100", 9m);
        await PayAsync("""{"lineNumber":10000,"customerNumber":"21000","documentNumber":"B-1","amount":-1}""");
        var refused = await PostAsync();
        await CreateJournalAsync("BARE", account: null);
        await PayAsync("""{"customerNumber":"21000","documentNumber":"C-1","amount":-9}""");
        _bench.Company.AddHiddenLine(Guid.Parse(_journal), 0, "61100", 9m);
        var posted = await PostAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Message, Does.StartWith("Document No. must have a value"), "also lines that the app does not know of");
            Assert.That(posted.Status, Is.EqualTo(204), posted.Text);
            Assert.That(await _bench.ListAsync("/generalLedgerEntries?$filter=documentNumber eq 'C-1'", "accountNumber"), Is.EqualTo("12100 61100"));
        }
    }

    [Test]
    public async Task BalancingAccount_ThatIsNotForDirectPosting_IsRefusedWithTheServicesWrongName()
    {
        var receivables = (await _bench.GetAsync("/accounts?$filter=number eq '12100'"))["value"]![0]!["id"];
        var answer = await _bench.SendAsync("POST /customerPaymentJournals", $$"""{"code":"X","balancingAccountId":"{{receivables}}"}""");
        Assert.That(answer.Refusal, Is.EqualTo("400 Application_DialogException: The \"balancingAccountNumber\" does not match to a G/L Account."));
    }

    private SalesInvoice Open => _bench.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Open);

    private string Payments => $"/customerPaymentJournals({_journal})/customerPayments";

    private async Task<JsonArray> ListAsync(string group, string query)
    {
        var address = new Uri(_bench.Sandbox.BusinessCentralAddress, group);
        var answer = await _bench.Documented.SendToAsync(address, $"GET /companies({_bench.Company.Id})/customerLedgerEntries?{query}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json["value"]!.AsArray();
    }

    private Task<Support.RawAnswer> PostAsync() => _bench.SendAsync($"POST /journals({_journal})/Microsoft.NAV.post");

    private Task<JsonObject> PayAsync(string body) => _bench.CreateAsync(Payments, body);

    private async Task CreateJournalAsync(string code, string? account = "10100")
    {
        var accountId = account is null ? $"{Guid.Empty}" : $"{(await _bench.GetAsync($"/accounts?$filter=number eq '{account}'"))["value"]![0]!["id"]}";
        _journal = $"{(await _bench.CreateAsync("/customerPaymentJournals", $$"""{"code":"{{code}}","balancingAccountId":"{{accountId}}"}"""))["id"]}";
    }
}
