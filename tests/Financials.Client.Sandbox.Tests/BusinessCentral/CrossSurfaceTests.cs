using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>What is written through one surface, read through the other in the other's form.</summary>
[TestFixture]
public sealed class CrossSurfaceTests
{
    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Customer_OfTheClient_IsReadFlat()
    {
        var euro = (await _bench.Documented.Company.Currencies.FirstOrDefaultAsync(currency => currency.Code == "EUR"))!;
        var customer = await _bench.Documented.Company.Customers.CreateAsync(new Customer
        {
            DisplayName = "O'Brien & Søn",
            Address = new PostalAddress { Street = "1 Road\r\nFloor 2\r\nRear", City = "Aarhus", CountryCode = "DK", PostalCode = "8000" },
            Blocked = CustomerBlocked.Ship,
            CurrencyCode = "EUR",
            PaymentTerms = new CodeDescription { Code = "10D" },
        });
        var read = await _bench.GetAsync($"/customers({customer.Id})?$expand=paymentTerm,currency");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{read["displayName"]}|{read["addressLine1"]}|{read["addressLine2"]}|{read["country"]}", Is.EqualTo("O'Brien & Søn|1 Road|Floor 2\r\nRear|DK"));
            Assert.That($"{read["blocked"]} {read["currencyId"]} {read["currency"]!["code"]} {read["paymentTerm"]!["code"]}", Is.EqualTo($"Ship {euro.Id} EUR 10D"));
            Assert.That($"{read["@odata.etag"]}", Is.EqualTo($"{(await _bench.Documented.SendAsync($"GET /customers/{customer.Id}")).Json["@odata.etag"]}"), "the version is one");
        }
    }

    [Test]
    public async Task Customer_OfBusinessCentral_IsReadByTheClientWithoutWhatItDoesNotKnow()
    {
        var created = await _bench.CreateAsync(
            "/customers", """{"displayName":"A","addressLine1":"1 Road","addressLine2":"Floor 2","city":"Atlanta","country":"US","blocked":"_x0020_","creditLimit":5,"salespersonCode":"JS"}""");
        var id = Guid.Parse($"{created["id"]}");
        var customer = await _bench.Documented.Company.Customers.GetAsync(id);
        var raw = (await _bench.Documented.SendAsync($"GET /customers/{id}")).Json;
        await _bench.Documented.Company.Customers.UpdateAsync(customer with { Email = "ap@a.example" });
        var after = await _bench.GetAsync($"/customers({id})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(customer.Address, Is.EqualTo(new PostalAddress { Street = "1 Road\r\nFloor 2", City = "Atlanta", CountryCode = "US" }));
            Assert.That(raw.ContainsKey("creditLimit") || raw.ContainsKey("salespersonCode") || raw.ContainsKey("addressLine1"), Is.False);
            Assert.That($"{after["email"]} {after["creditLimit"]} {after["salespersonCode"]}", Is.EqualTo("ap@a.example 5 JS"), "what the other surface does not know stays");
            Assert.That((await _bench.Documented.SendAsync("GET /customers?$filter=creditLimit gt 1")).Code, Is.EqualTo("BadRequest"));
            Assert.That((await _bench.Documented.SendAsync("POST /customers", """{"displayName":"A","creditLimit":1}""")).Code, Is.EqualTo("BadRequest"));
        }
    }

    [Test]
    public async Task Payment_OfEitherSurface_IsALineOfTheSameJournal()
    {
        var payments = _bench.Documented.Payments;
        var documented = await payments.CreateAsync(new CustomerPayment { CustomerNumber = "20000", Amount = -1m, ContactId = "CT000012" });
        var central = await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"20000","amount":-2}""");
        var shown = await _bench.GetAsync($"/customerPayments({documented.Id})");
        var read = await payments.GetAsync(Guid.Parse($"{central["id"]}"));
        var raw = (await _bench.Documented.SendAsync($"GET /customerPayments/{central["id"]}")).Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Guid.Parse($"{shown["journalId"]}"), Is.EqualTo(_bench.Documented.JournalId));
            Assert.That(shown.ContainsKey("contactId"), Is.False);
            Assert.That((read.Amount, read.LineNumber), Is.EqualTo((-2m, documented.LineNumber + 10_000)));
            Assert.That(raw.ContainsKey("journalId"), Is.False);
            Assert.That((await _bench.Documented.SendAsync($"GET /customerPayments/{central["id"]}/customerPaymentJournal")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Invoice_OfEitherSurface_HasTheAddressesOfBoth()
    {
        var documented = await _bench.Documented.CreateAsync("/salesInvoices", """{"customerNumber":"21000"}""");
        var flat = await _bench.GetAsync($"/salesInvoices({documented["id"]})");
        await _bench.UpdateAsync($"/salesInvoices({documented["id"]})", flat, """{"sellToAddressLine2":"Building D","sellToPostCode":"80203"}""");
        var address = (await _bench.Documented.SendAsync($"GET /salesInvoices/{documented["id"]}")).Json["sellingPostalAddress"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{flat["sellToAddressLine2"]} {flat["sellToPostCode"]}", Is.EqualTo("Building C 80202"));
            Assert.That(JsonNode.DeepEquals(address, JsonNode.Parse(
                """{"street":"24 Summit Drive\r\nBuilding D","city":"Denver","state":"CO","countryLetterCode":"US","postalCode":"80203"}""")), $"{address}");
        }
    }

    [Test]
    public async Task BalanceDue_OfACustomer_IsWhatIsOverdueOnTheDocumentedSurface()
    {
        var customer = (await _bench.Documented.SendAsync("GET /customers?$filter=overdueAmount gt 0&$top=1")).Json["value"]![0]!;
        var flat = await _bench.GetAsync($"/customers({customer["id"]})");
        Assert.That($"{flat["balanceDue"]}", Is.EqualTo($"{customer["overdueAmount"]}"));
    }

    [Test]
    public async Task Data_OfBothSurfaces_OutlivesTheSandboxInItsFile()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");
        try
        {
            JsonObject customer, payment;
            await using (var first = await CentralBench.StartAsync(new() { DataFile = file }))
            {
                customer = await first.CreateAsync("/customers", """{"displayName":"A","creditLimit":5}""");
                payment = await first.CreateAsync("/customerPayments", $$"""{"journalId":"{{first.Documented.JournalId}}","amount":-1}""");
            }

            await using var second = await CentralBench.StartAsync(new() { DataFile = file });
            using (Assert.EnterMultipleScope())
            {
                Assert.That(JsonNode.DeepEquals(await second.GetAsync($"/customers({customer["id"]})"), WithContextOf(second, customer)));
                Assert.That(JsonNode.DeepEquals(await second.GetAsync($"/customerPayments({payment["id"]})"), WithContextOf(second, payment)));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Data_OfEveryKind_OutlivesTheSandboxInItsFile()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");
        string[] lists =
        [
            "/accounts", "/generalLedgerEntries", "/taxAreas", "/countriesRegions", "/dimensions", "/dimensionValues", "/customers?$expand=defaultDimensions",
            "/salesInvoices?$expand=salesInvoiceLines,attachments", "/salesCreditMemos", "/customerPaymentJournals?$expand=customerPayments",
        ];
        try
        {
            var before = new List<string>();
            Guid journalId;
            await using (var first = await CentralBench.StartAsync(new() { DataFile = file }))
            {
                journalId = await FillAsync(first);
                foreach (var list in lists)
                {
                    before.Add((await first.GetAsync(list))["value"]!.ToJsonString());
                }
            }

            await using var second = await CentralBench.StartAsync(new() { DataFile = file });
            for (var i = 0; i < lists.Length; i++)
            {
                Assert.That(WithoutPort((await second.GetAsync(lists[i]))["value"]!.ToJsonString()), Is.EqualTo(WithoutPort(before[i])), lists[i]);
            }

            var taken = await second.SendAsync($"POST /customerPaymentJournals({journalId})/customerPayments", """{"lineNumber":10000,"amount":-1}""");
            var next = await second.CreateAsync(second.Payments, """{"customerNumber":"21000","amount":-1.006}""");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(taken.Code, Is.EqualTo("Internal_EntityWithSameKeyExists"), "the hidden line is there");
                Assert.That(next["amount"]!.GetValue<decimal>(), Is.EqualTo(-1m), "and so is the precision");
                Assert.That((second.Company.HasMail, second.Company.IncrementsJournalNames), Is.EqualTo((false, true)));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Leaves something of every kind behind.</summary>
    private static async Task<Guid> FillAsync(CentralBench bench)
    {
        bench.Company.SetAmountPrecision("usd", 0.5m);
        bench.Company.HasMail = false;
        bench.Company.IncrementsJournalNames = true;
        bench.Company.PostJournal(bench.Documented.JournalId);
        var journalId = Guid.Parse($"{(await bench.CreateAsync("/customerPaymentJournals", """{"code":"EDI"}"""))["id"]}");
        bench.Company.AddHiddenLine(journalId, 10_000);
        var dimension = (await bench.GetAsync("/dimensions?$top=1&$expand=dimensionValues"))["value"]![0]!;
        await bench.CreateAsync(
            $"/customers({bench.Company.Customers[1].Id})/defaultDimensions",
            $$"""{"dimensionId":"{{dimension["id"]}}","dimensionValueId":"{{dimension["dimensionValues"]![0]!["id"]}}"}""");
        var payment = await bench.CreateAsync($"/customerPaymentJournals({journalId})/customerPayments", """{"customerNumber":"21000","amount":-1}""");
        await bench.CreateAsync("/attachments", $$"""{"parentId":"{{payment["id"]}}","parentType":"Journal","fileName":"a.txt"}""");
        var invoice = await bench.CreateAsync(
            "/salesInvoices", """{"customerNumber":"21000","salesInvoiceLines":[{"lineType":"Account","lineObjectNumber":"40100","quantity":2,"unitPrice":7.25}]}""");
        await bench.SendAsync($"POST /salesInvoices({invoice["id"]})/Microsoft.NAV.post");
        await bench.SendAsync($"POST /salesInvoices({invoice["id"]})/Microsoft.NAV.cancel");
        return journalId;
    }

    private static string WithoutPort(string json) => System.Text.RegularExpressions.Regex.Replace(json, "127\\.0\\.0\\.1:\\d+", "");

    /// <summary>The context names the port, which is another one after each start.</summary>
    private static JsonObject WithContextOf(CentralBench bench, JsonObject entity)
    {
        entity["@odata.context"] = $"{bench.Sandbox.BusinessCentralAddress}/$metadata#{$"{entity["@odata.context"]}".Split('#')[1]}";
        return entity;
    }
}
