using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>What a query asks the service for besides its filter.</summary>
public class QueryOptionTests
{
    [Test]
    public async Task OrderBy_ThenBy_SendsAllInOrder()
    {
        var options = await SentQuery.OptionsAsync(company => company.Customers
            .OrderBy(c => c.DisplayName)
            .ThenByDescending(c => c.Balance)
            .ThenBy(c => c.Id));

        Assert.That(options, Is.EquivalentTo(new Dictionary<string, string> { ["$orderby"] = "displayName,balance desc,id" }));
    }

    [Test]
    public async Task OrderBy_AfterAnotherOrder_ReplacesIt()
    {
        var options = await SentQuery.OptionsAsync(company => company.Customers
            .OrderBy(c => c.DisplayName)
            .ThenBy(c => c.Number)
            .OrderByDescending(c => c.LastModified));

        Assert.That(options["$orderby"], Is.EqualTo("lastModifiedDateTime desc"));
    }

    [Test]
    public async Task Take_Twice_SendsTheSmaller() =>
        Assert.That((await SentQuery.OptionsAsync(company => company.Customers.Take(5).Take(10)))["$top"], Is.EqualTo("5"));

    [Test]
    public async Task SelectFields_AnyMembers_AddsTheIdOnce()
    {
        var one = await SentQuery.OptionsAsync(company => company.Customers.SelectFields(c => c.Number, c => c.Balance));
        var two = await SentQuery.OptionsAsync(company => company.Customers.SelectFields(c => c.Id).SelectFields(c => c.Number, c => c.Number));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one["$select"].Split(','), Is.EquivalentTo(["number", "balance", "id"]));
            Assert.That(two["$select"].Split(','), Is.EquivalentTo(["id", "number"]));
        }
    }

    [Test]
    public async Task SelectFields_MembersWithParts_AreSelected()
    {
        var customer = await SentQuery.OptionsAsync(company => company.Customers
            .SelectFields(c => c.Address, c => c.PaymentTerms, c => c.PaymentMethod, c => c.ShipmentMethod));
        var invoice = await SentQuery.OptionsAsync(company => company.SalesInvoices
            .SelectFields(i => i.SellingPostalAddress, i => i.BillingPostalAddress, i => i.ShippingPostalAddress));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customer["$select"].Split(','), Is.EquivalentTo(["address", "paymentTerms", "paymentMethod", "shipmentMethod", "id"]));
            Assert.That(invoice["$select"].Split(','), Is.EquivalentTo(["sellingPostalAddress", "billingPostalAddress", "shippingPostalAddress", "id"]));
        }
    }

    /// <summary>In API v2.0 the parts of an address are properties of the entity.</summary>
    [Test]
    public async Task SelectFields_AnAddressOfBusinessCentral_SelectsItsParts()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.BusinessCentral(transport);

        await client.Company().Customers.SelectFields(c => c.Number, c => c.Address).ToListAsync();
        await client.Company().SalesInvoices.SelectFields(i => i.ShippingPostalAddress).ToListAsync();

        Assert.That(transport.Requests.Select(request => SentQuery.OptionsOf(request)["$select"]), Is.EqualTo(
        [
            "number,addressLine1,addressLine2,city,state,country,postalCode,id",
            "shipToAddressLine1,shipToAddressLine2,shipToCity,shipToState,shipToCountry,shipToPostCode,id",
        ]));
    }

    [Test]
    public async Task Expand_RelatedEntities_SendsEachOnce()
    {
        var customers = await SentQuery.OptionsAsync(company => company.Customers
            .Expand(c => c.Currency)
            .Expand(c => c.PaymentTerm)
            .Expand(c => c.Currency));
        var journals = await SentQuery.OptionsAsync(company => company.PaymentJournals.Expand(j => j.Payments));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customers["$expand"], Is.EqualTo("currency,paymentTerm"));
            Assert.That(journals["$expand"], Is.EqualTo("customerPayments"));
        }
    }

    [Test]
    public async Task Expand_RelatedEntity_IsReadWithTheEntity()
    {
        using var transport = ScriptedTransport.Answering(
            """{"value":[{"number":"1","currency":{"code":"USD","symbol":"$"},"paymentTerm":{"code":"14D"}},{"number":"2"}]}""");
        using var client = TestClients.Facade(transport);

        var customers = await client.Company().Customers.Expand(c => c.Currency).Expand(c => c.PaymentTerm).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customers[0].Currency, Is.EqualTo(new Currency { Code = "USD", Symbol = "$" }));
            Assert.That(customers[0].PaymentTerm!.Code, Is.EqualTo("14D"));
            Assert.That(customers[1].Currency, Is.Null);
        }
    }

    [Test]
    public async Task AllOptions_Together_SendOneRequestToTheSet()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);

        await client.Company().Customers
            .Where(c => c.Balance > 0)
            .OrderBy(c => c.Number)
            .SelectFields(c => c.Number)
            .Expand(c => c.Currency)
            .Take(3)
            .ToListAsync();

        var request = transport.Requests.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Method, Is.EqualTo("GET"));
            Assert.That(request.Target.AbsolutePath, Is.EqualTo($"/beta/financials/companies/{client.Company().Id}/customers"));
            Assert.That(SentQuery.OptionsOf(request), Is.EquivalentTo(new Dictionary<string, string>
            {
                ["$filter"] = "balance gt 0",
                ["$orderby"] = "number",
                ["$select"] = "number,id",
                ["$expand"] = "currency",
                ["$top"] = "3",
            }));
        }
    }

    [Test]
    public async Task CountAsync_WithFilter_AsksForTheNumberAlone()
    {
        using var transport = ScriptedTransport.Answering("42");
        using var client = TestClients.Facade(transport);

        var count = await client.Company().Customers.Where(c => c.Balance > 0).OrderBy(c => c.Number).Take(5).CountAsync();

        var request = transport.Requests.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(count, Is.EqualTo(42));
            Assert.That(request.Target.AbsolutePath, Does.EndWith("/customers/$count").Or.EndWith("/customers/%24count"));
            Assert.That(SentQuery.OptionsOf(request), Is.EquivalentTo(new Dictionary<string, string> { ["$filter"] = "balance gt 0" }));
        }
    }

    [Test]
    public async Task Query_TooLongForAnAddress_IsRefusedBeforeAnythingIsSent()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);
        var name = new string('ø', 2000);
        var query = client.Company().Customers.Where(c => c.DisplayName == name);

        var list = await Assert.ThrowsAsync<NotSupportedException>(() => query.ToListAsync());
        var first = await Assert.ThrowsAsync<NotSupportedException>(() => query.FirstOrDefaultAsync());
        var count = await Assert.ThrowsAsync<NotSupportedException>(() => query.CountAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Requests, Is.Empty);
            foreach (var error in new[] { list, first, count })
            {
                Assert.That(error!.Message, Does.Match(
                    "^The query makes an address of 12[0-9]{3} characters, and the service takes no more than 8000. Ask in several queries"));
            }
        }
    }

    // Without an overload of its own, a call with a condition would be LINQ's, which reads every page.
    [Test]
    public async Task FirstOrDefaultAsync_WithACondition_AsksTheServiceForOne()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[{"number":"7"}]}""");
        using var client = TestClients.Facade(transport);

        var first = await client.Company().Customers.FirstOrDefaultAsync(c => c.Number == "7");

        Assert.That(first!.Number, Is.EqualTo("7"));
        Assert.That(SentQuery.OptionsOf(transport.Requests.Single()), Is.EquivalentTo(
            new Dictionary<string, string> { ["$filter"] = "number eq '7'", ["$top"] = "1" }));
    }

    [TestCase(SentQuery.NoEntities, false)]
    [TestCase("""{"value":[{"number":"7"}]}""", true)]
    public async Task AnyAsync_WithACondition_AsksTheServiceForOne(string answer, bool any)
    {
        using var transport = ScriptedTransport.Answering(answer);
        using var client = TestClients.Facade(transport);

        Assert.That(await client.Company().Customers.Where(c => c.Balance > 0).AnyAsync(c => c.Number == "7"), Is.EqualTo(any));
        Assert.That(SentQuery.OptionsOf(transport.Requests.Single()), Is.EquivalentTo(
            new Dictionary<string, string> { ["$filter"] = "balance gt 0 and number eq '7'", ["$top"] = "1" }));
    }

    [Test]
    public async Task CountAsync_WithACondition_LetsTheServiceCount()
    {
        using var transport = ScriptedTransport.Answering("7");
        using var client = TestClients.Facade(transport);

        Assert.That(await client.Company().Customers.CountAsync(c => c.Number == "7"), Is.EqualTo(7));
        Assert.That(transport.Requests.Single().Target.AbsolutePath, Does.EndWith("/customers/$count"));
    }
}
