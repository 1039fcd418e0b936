namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Currencies, terms, methods, tax areas and countries on Business Central's API v2.0.</summary>
[TestFixture]
public sealed class ReferenceDataTests
{
    [TestCase("currencies", "EUR", "id code displayName symbol amountDecimalPlaces amountRoundingPrecision lastModifiedDateTime")]
    [TestCase("paymentTerms", "30D", "id code displayName dueDateCalculation discountDateCalculation discountPercent calculateDiscountOnCreditMemos lastModifiedDateTime")]
    [TestCase("paymentMethods", "BANK", "id code displayName lastModifiedDateTime")]
    [TestCase("taxAreas", "MIAMI, FL", "id code displayName taxType lastModifiedDateTime")]
    [TestCase("countriesRegions", "DE", "id code displayName addressFormat lastModifiedDateTime")]
    [TestCase("shipmentMethods", "EXW", "id code displayName lastModifiedDateTime")]
    public async Task Entity_OfASet_IsCreatedFoundChangedAndDeleted(string set, string existing, string members)
    {
        await using var bench = await CentralBench.StartAsync(new() { PageSize = 2 });
        var created = await bench.CreateAsync($"/{set}", """{"code":"zz","displayName":"First"}""");
        var path = $"/{set}({created["id"]})";
        var changed = await bench.UpdateAsync(path, created, """{"displayName":"Second"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Select(member => member.Key).Where(name => !name.StartsWith('@')), Is.EquivalentTo(members.Split(' ')));
            Assert.That($"{changed["code"]} {changed["displayName"]}", Is.EqualTo("ZZ Second"));
            Assert.That($"{(await bench.GetAsync(path))["displayName"]}", Is.EqualTo("Second"));
            Assert.That(await bench.ListAsync($"/{set}?$filter=code eq '{existing}'", "code"), Is.EqualTo(existing));
            Assert.That(await bench.ListAsync($"/{set}?$filter=code ge '{existing}' and displayName eq 'Second'", "code"), Is.EqualTo("ZZ"));
            Assert.That((await bench.GetAsync($"/{set}?$select=code"))["@odata.nextLink"], Is.Not.Null);
            Assert.That((await bench.SendAsync($"POST /{set}", """{"code":"ZZ"}""")).Code, Is.EqualTo("Internal_EntityWithSameKeyExists"));
            Assert.That((await bench.SendAsync($"PATCH {path}", "{}", ("If-Match", $"{created["@odata.etag"]}"))).Status, Is.EqualTo(409));
            Assert.That((await bench.SendAsync($"DELETE {path}", null, ("If-Match", $"{changed["@odata.etag"]}"))).Status, Is.EqualTo(204));
            Assert.That((await bench.SendAsync($"GET {path}")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task DateFormula_OfPaymentTerms_IsReadAndMovesDueDates()
    {
        await using var bench = await CentralBench.StartAsync();
        var terms = await bench.CreateAsync("/paymentTerms", """{"code":"EOM10","dueDateCalculation":" cm + 10d "}""");
        var invoice = await bench.CreateAsync("/salesInvoices", $$"""{"customerNumber":"20000","invoiceDate":"2026-02-03","paymentTermsId":"{{terms["id"]}}"}""");
        var refused = await bench.SendAsync("POST /paymentTerms", """{"code":"X","dueDateCalculation":"nonsense"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{terms["dueDateCalculation"]} {invoice["dueDate"]}", Is.EqualTo("CM+10D 2026-03-10"));
            Assert.That(refused.Refusal, Is.EqualTo("400 Application_EvaluateException: The date formula 'nonsense' should include a time unit."));
        }
    }

    [TestCase("dueDateCalculation eq '14d'", "14 DAYS")]
    [TestCase("dueDateCalculation eq ' 1 4 D'", "14 DAYS")]
    [TestCase("startswith(dueDateCalculation,'14d')", "14 DAYS")]
    [TestCase("dueDateCalculation eq '14w'", "")]
    public async Task DateFormula_InAFilter_IsComparedAsItIsStored(string filter, string code)
    {
        await using var bench = await CentralBench.StartAsync();
        await bench.CreateAsync("/paymentTerms", """{"code":"14 days","dueDateCalculation":"14d"}""");
        Assert.That(await bench.ListAsync($"/paymentTerms?$filter={filter}", "code"), Is.EqualTo(code));
    }

    [Test]
    public async Task FinancialDetails_OfACustomer_AreReadAloneAndInsideIt()
    {
        await using var bench = await CentralBench.StartAsync();
        var customer = bench.Company.Customers.First(customer => customer.Balance > 0);
        var inside = (await bench.GetAsync($"/customers({customer.Id})?$expand=customerFinancialDetail"))["customerFinancialDetail"]!;
        var behind = await bench.GetAsync($"/customers({customer.Id})/customerFinancialDetail");
        var alone = await bench.GetAsync($"/customerFinancialDetails({customer.Id})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { inside, behind, alone }.Select(details => $"{details["number"]} {details["balance"]}"), Is.All.EqualTo($"{customer.Number} {alone["balance"]}"));
            Assert.That(alone["balance"]!.GetValue<decimal>(), Is.EqualTo(customer.Balance));
            Assert.That(
                (await bench.SendAsync($"GET /customers({customer.Id})/customerFinancialDetails")).Status, Is.EqualTo(404), "one thing has the name of one");
            Assert.That((await bench.SendAsync($"PATCH /customerFinancialDetails({customer.Id})", "{}", ("If-Match", "*"))).Status, Is.EqualTo(405));
        }
    }

    [TestCase("taxAreas")]
    [TestCase("countriesRegions")]
    [TestCase("accounts")]
    [TestCase("dimensions")]
    [TestCase("attachments")]
    [TestCase("customerFinancialDetails")]
    public async Task Set_OfApiV2_IsUnknownToTheDocumentedSurface(string set)
    {
        await using var bench = await CentralBench.StartAsync();
        Assert.That((await bench.Documented.SendAsync($"GET /{set}")).Refusal, Is.EqualTo($"404 BadRequest_ResourceNotFound: Resource not found for the segment '{set}'."));
    }
}
