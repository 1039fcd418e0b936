namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>What the service makes of the values that it stores.</summary>
[TestFixture]
public sealed class StoredValueTests
{
    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Codes_OfAPayment_AreTrimmedAndInCapitals()
    {
        var created = await _bench.CreateAsync(
            _bench.Payments,
            """{"customerNumber":" 20000 ","documentNumber":" b-4711a ","externalDocumentNumber":" bank/07x ","appliesToInvoiceNumber":"none-1","amount":-1,"comment":" as sent "}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{created["customerNumber"]}|{created["documentNumber"]}|{created["externalDocumentNumber"]}", Is.EqualTo("20000|B-4711A|BANK/07X"));
            Assert.That($"{created["comment"]}", Is.EqualTo(" as sent "), "a text stays as it is");
            Assert.That(await _bench.ListAsync($"{_bench.Payments}?$filter=externalDocumentNumber eq 'bank/07x'", "id"), Is.EqualTo($"{created["id"]}"));
        }
    }

    [Test]
    public async Task Codes_OfACustomer_AreTrimmedAndInCapitals()
    {
        var created = await _bench.CreateAsync(
            "/customers", """{"displayName":"Coho","number":"c 1 ","country":" gb","postalCode":"sw1a 1aa ","salespersonCode":"js","currencyCode":"eur","city":"London"}""");
        var documented = (await _bench.Documented.SendAsync($"GET /customers/{created["id"]}")).Json["address"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                $"{created["number"]}|{created["country"]}|{created["postalCode"]}|{created["salespersonCode"]}|{created["currencyCode"]}|{created["city"]}",
                Is.EqualTo("C 1|GB|SW1A 1AA|JS|EUR|London"));
            Assert.That($"{documented["countryLetterCode"]} {documented["postalCode"]}", Is.EqualTo("GB SW1A 1AA"));
        }
    }

    [Test]
    public async Task Codes_OfAnInvoice_AreTrimmedAndInCapitals()
    {
        var created = await _bench.CreateAsync(
            "/salesInvoices", """{"customerNumber":"21000","externalDocumentNumber":"po/1b ","sellToPostCode":"ab1","shipToCountry":"us","salesperson":"js","customerPurchaseOrderReference":"po 7"}""");
        Assert.That(
            $"{created["externalDocumentNumber"]}|{created["sellToPostCode"]}|{created["shipToCountry"]}|{created["salesperson"]}|{created["customerPurchaseOrderReference"]}",
            Is.EqualTo("PO/1B|AB1|US|JS|po 7"));
    }

    [TestCase("-10.004", "-10.00")]
    [TestCase("-10.005", "-10.01")]
    [TestCase("-1500.10", "-1500.10")]
    public async Task Amount_OfAPayment_IsRoundedToTheCurrency(string sent, string stored)
    {
        var created = await _bench.CreateAsync(_bench.Payments, $$"""{"customerNumber":"20000","amount":{{sent}}}""");
        Assert.That(created["amount"]!.ToJsonString(), Is.EqualTo(stored));
    }

    [Test]
    public async Task Amount_OfAPayment_IsInTheCustomersCurrencyAndRoundedAsThat()
    {
        _bench.Company.SetAmountPrecision("CHF", 0.05m);
        await _bench.CreateAsync("/customers", """{"displayName":"A","number":"SWISS","currencyCode":"CHF"}""");
        var created = await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"SWISS","amount":-10.08}""");
        var changed = await _bench.UpdateAsync($"{_bench.Payments}({created["id"]})", created, """{"amount":-10.02}""");
        Assert.That(
            (created["amount"]!.GetValue<decimal>(), changed["amount"]!.GetValue<decimal>()), Is.EqualTo((-10.10m, -10.00m)));
    }

    [Test]
    public async Task Amounts_OfCustomersAndInvoices_AreRoundedToTheirCurrencies()
    {
        _bench.Company.SetAmountPrecision("JPY", 1m);
        await _bench.CreateAsync("/currencies", """{"code":"JPY"}""");
        var customer = await _bench.CreateAsync("/customers", """{"displayName":"A","number":"TOKYO","currencyCode":"JPY","creditLimit":10.005}""");
        var invoice = await _bench.CreateAsync(
            "/salesInvoices",
            $$"""
            {"customerNumber":"TOKYO","salesInvoiceLines":[
              {"accountId":"{{(await _bench.GetAsync("/accounts?$filter=number eq '40100'"))["value"]![0]!["id"]}}","quantity":1.12345,"unitPrice":100.555,"discountAmount":2.5}]}
            """);
        var discounted = await _bench.UpdateAsync($"/salesInvoices({invoice["id"]})", await _bench.GetAsync($"/salesInvoices({invoice["id"]})"), """{"discountAmount":1.5}""");
        var line = (await _bench.GetAsync($"/salesInvoices({invoice["id"]})/salesInvoiceLines"))["value"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(customer["creditLimit"]!.GetValue<decimal>(), Is.EqualTo(10.01m), "in the company's own currency");
            Assert.That((line["quantity"]!.GetValue<decimal>(), line["unitPrice"]!.GetValue<decimal>()), Is.EqualTo((1.12345m, 100.555m)), "no amounts");
            Assert.That((line["discountAmount"]!.GetValue<decimal>(), line["amountExcludingTax"]!.GetValue<decimal>()), Is.EqualTo((3m, 110m)));
            Assert.That(discounted["discountAmount"]!.GetValue<decimal>(), Is.EqualTo(2m));
        }
    }

    [TestCase("""{"externalDocumentNumber":"123456789-123456789-123456789-123456"}""", 36, 35)]
    [TestCase("""{"documentNumber":"123456789-123456789-1"}""", 21, 20)]
    public async Task Text_ThatIsTooLong_IsRefused(string body, int length, int limit)
    {
        var answer = await _bench.SendAsync($"POST {_bench.Payments}", body);
        Assert.That(answer.Refusal, Does.StartWith(
            $"400 Application_StringExceededLength: The length of the string is {length}, but it must be less than or equal to {limit} characters."));
    }

    [Test]
    public async Task Invoice_OfAnUnknownNumber_IsStoredWithoutAnId()
    {
        var created = await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"20000","appliesToInvoiceNumber":"nowhere"}""");
        var invoice = _bench.Company.SalesInvoices[0];
        var path = $"{_bench.Payments}({created["id"]})";
        var known = await _bench.UpdateAsync(path, created, $$"""{"appliesToInvoiceNumber":"{{invoice.Number}}"}""");
        var cleared = await _bench.UpdateAsync(path, known, $$"""{"appliesToInvoiceId":"{{Guid.Empty}}"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{created["appliesToInvoiceNumber"]} {created["appliesToInvoiceId"]}", Is.EqualTo($"NOWHERE {Guid.Empty}"));
            Assert.That($"{known["appliesToInvoiceId"]}", Is.EqualTo($"{invoice.Id}"));
            Assert.That($"{cleared["appliesToInvoiceNumber"]}|{cleared["appliesToInvoiceId"]}", Is.EqualTo($"|{Guid.Empty}"));
        }
    }

    [TestCase("All", 400)]
    [TestCase("Invoice", 201)]
    [TestCase("Ship", 201)]
    public async Task Payment_OfABlockedCustomer_IsRefusedWhereAllIsBlocked(string blocked, int status)
    {
        await _bench.CreateAsync("/customers", $$"""{"displayName":"A","number":"STOP","blocked":"{{blocked}}"}""");
        var answer = await _bench.SendAsync($"POST {_bench.Payments}", """{"customerNumber":"STOP","amount":-1}""");
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        if (status == 400)
        {
            Assert.That(answer.Message, Is.EqualTo("You cannot create this type of document when Customer STOP is blocked with type All"));
        }
    }

    [TestCase(400)]
    [TestCase(409)]
    public async Task Key_ThatIsTaken_IsRefusedWithTheStatusOfTheOptions(int status)
    {
        await using var bench = await CentralBench.StartAsync(new() { DuplicateStatus = status });
        var answer = await bench.SendAsync($"POST {bench.Payments}", """{"lineNumber":10000,"amount":-1}""");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, "Internal_EntityWithSameKeyExists")));
    }

    [TestCase("a@x.example;b@x.example", 201)]
    [TestCase("a@x.example; nobody", 400)]
    public async Task Email_OfSeveralAddresses_IsTakenWhereEachIsOne(string email, int status) => Assert.That(
        (await _bench.SendAsync("POST /customers", $$"""{"displayName":"A","email":"{{email}}"}""")).Status, Is.EqualTo(status));

    [Test]
    public async Task Text_ComparedWithNull_IsNoText() => Assert.That(
        await _bench.ListAsync("/customers?$filter=state eq null and number ge '26000'", "number"), Is.EqualTo("26000 27000"));

    [Test]
    public async Task Select_InAnotherLetterCase_IsUnderstood() =>
        Assert.That(await _bench.ListAsync("/customers?$select=NUMBER&$top=1", "number"), Is.EqualTo("20000"));
}
