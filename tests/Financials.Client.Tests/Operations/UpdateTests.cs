using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.Operations;

/// <summary>An update sends what differs from the state that was read, and the version of that state.</summary>
public class UpdateTests
{
    private static readonly PostalAddress Atlanta = new() { Street = "192 Market Square", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "31772" };

    private static readonly Customer Coho = Make.Customer(
        new()
        {
            Number = "10000", DisplayName = "Coho", Email = "a@coho.example", Address = Atlanta, TaxLiable = true, TaxAreaId = Ids.Term,
            CurrencyCode = "USD", Blocked = CustomerBlocked.Ship, PaymentTerms = new() { Code = "1M" },
        },
        Ids.Customer,
        "W/\"read\"",
        balance: 5m);

    private static readonly (string Name, Func<Customer, Customer> Change, string Sent)[] CustomerChanges =
    [
        ("Text cleared", c => c with { Email = null }, """{"email":""}"""),
        ("Text changed", c => c with { Email = " b@coho.example " }, """{"email":" b@coho.example "}"""),
        ("Id cleared", c => c with { TaxAreaId = null }, """{"taxAreaId":"00000000-0000-0000-0000-000000000000"}"""),
        ("Flag cleared", c => c with { TaxLiable = null }, """{"taxLiable":null}"""),
        ("Flag changed", c => c with { TaxLiable = false }, """{"taxLiable":false}"""),
        ("Part of the address changed", c => c with { Address = Atlanta with { City = "Decatur" } }, """{"address":{"street":"192 Market Square","city":"Decatur","state":"GA","countryLetterCode":"US","postalCode":"31772"}}"""),
        ("Part of the address cleared", c => c with { Address = Atlanta with { State = null } }, """{"address":{"street":"192 Market Square","city":"Atlanta","state":"","countryLetterCode":"US","postalCode":"31772"}}"""),
        ("Address cleared", c => c with { Address = null }, """{"address":null}"""),
        ("Value of 2017 cleared", c => c with { PaymentTerms = null }, """{"paymentTerms":null}"""),
        ("Value of 2017 set to none", c => c with { PaymentTerms = CodeDescription.None }, """{"paymentTerms":null}"""),
        ("Block lifted", c => c with { Blocked = CustomerBlocked.None }, """{"blocked":" "}"""),
        ("Block cleared", c => c with { Blocked = null }, """{"blocked":" "}"""),
        ("Two changes, one after the other", c => c with { Email = null } with { CurrencyCode = "EUR" }, """{"email":"","currencyCode":"EUR"}"""),
        ("A change, a detour and a change", c => c with { Email = "x" } with { Number = "9" } with { Email = "a@coho.example" }, """{"number":"9"}"""),
    ];

    private static readonly CustomerPayment Line = Make.CustomerPayment(
        new() { LineNumber = 10000, Amount = -1500m, PostingDate = new(2015, 12, 31), AppliesToInvoiceId = Ids.Invoice, Comment = "c" }, Ids.Payment, "W/\"read\"");

    private static readonly (string Name, Func<CustomerPayment, CustomerPayment> Change, string Sent)[] PaymentChanges =
    [
        ("Date cleared", p => p with { PostingDate = null }, """{"postingDate":"0001-01-01"}"""),
        ("Number cleared", p => p with { LineNumber = null }, """{"lineNumber":null}"""),
        ("Amount cleared", p => p with { Amount = null }, """{"amount":null}"""),
        ("Sign changed", p => p with { Amount = 1500m }, """{"amount":1500}"""),
        ("Id and text cleared", p => p with { AppliesToInvoiceId = null, Comment = null }, """{"appliesToInvoiceId":"00000000-0000-0000-0000-000000000000","comment":""}"""),
    ];

    private static IEnumerable<TestCaseData> Changes() =>
    [
        .. CustomerChanges.Select(c => Case(c.Name, company => company.Customers.UpdateAsync(c.Change(Coho)), c.Sent)),
        .. PaymentChanges.Select(c => Case(c.Name, company => company.CustomerPayments.UpdateAsync(c.Change(Line)), c.Sent)),
    ];

    [TestCaseSource(nameof(Changes))]
    public async Task UpdateAsync_ChangedCopy_SendsTheChangeAlone(Func<CompanyClient, Task> update, string sent)
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var client = TestClients.Facade(transport);

        await update(client.Companies[Ids.Company]);

        // The texts themselves: a member that is sent twice would be lost in a comparison by members.
        Assert.That(transport.Requests.Single().Body, Has.Length.EqualTo(sent.Length));
        JsonAssert.AreEqual(transport.Requests.Single().Body, sent);
        Assert.That(transport.Requests.Single().Headers["If-Match"], Is.EqualTo("W/\"read\""));
    }

    [Test]
    public async Task UpdateAsync_NothingChanged_SendsNothingAndReturnsTheSameInstance()
    {
        using var transport = ScriptedTransport.Echo();
        using var client = TestClients.Facade(transport);
        var company = client.Companies[Ids.Company];
        var copy = Coho with { Address = Atlanta with { }, Email = "a@coho.example" };

        Assert.That(await company.Customers.UpdateAsync(copy), Is.SameAs(copy));
        Assert.That(await company.SalesInvoices[Ids.Invoice].Customer.UpdateAsync(copy), Is.SameAs(copy));
        Assert.That(await company.Customers.UpdateAsync(Ids.Customer, copy), Is.SameAs(copy));
        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task UpdateAsync_AnswerOfAnUpdate_CanBeUpdatedWithItsNewVersion()
    {
        var version = 1;
        using var transport = new ScriptedTransport(_ => ScriptedTransport.Json(
            Ids.Real($$"""{"@odata.etag":"W/\"v{{++version}}\"","id":"{customer}","displayName":"Coho v{{version}}","email":"v{{version}}@coho.example"}""")));
        using var client = TestClients.Facade(transport);
        var customers = client.Companies[Ids.Company].Customers;

        var second = await customers.UpdateAsync(Coho with { Email = null });
        var third = await customers.UpdateAsync(second with { DisplayName = "Coho & Co" });

        Assert.That(third.ETag, Is.EqualTo("W/\"v3\""));
        Assert.That(transport.Requests.Select(r => r.Headers["If-Match"]), Is.EqualTo((string[])["W/\"read\"", "W/\"v2\""]));
        JsonAssert.AreEqual(transport.Requests[1].Body, """{"displayName":"Coho & Co"}""");
    }

    [TestCase("W/\"JzQ0O0VHUT09JzQ3\"")]
    [TestCase("W/\"\\\"quoted\\\" =\"")]
    [TestCase("not even an ETag")]
    public async Task UpdateAsync_AnyVersion_IsSentAsRead(string etag)
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var client = TestClients.Facade(transport);

        await client.Companies[Ids.Company].Customers.UpdateAsync(Make.Customer(new() { Number = "1" }, etag: etag) with { Number = "2" });

        Assert.That(transport.Requests.Single().Headers["If-Match"], Is.EqualTo(etag));
    }

    [Test]
    public async Task UpdateAsync_ReadWithoutAVersion_IsPossibleOnlyByOverwriting()
    {
        using var transport = ScriptedTransport.Answering(Ids.Real("""{"id":"{customer}","displayName":"Coho"}"""));
        using var client = TestClients.Facade(transport);
        var customers = client.Companies[Ids.Company].Customers;
        var read = await customers.GetAsync(Ids.Customer);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => customers.UpdateAsync(read with { Email = "x" }));
        await customers.UpdateAsync(Ids.Customer, read with { Email = "x" });

        Assert.That(error.Message, Does.Contain("without a version").And.Not.Contain("was not read"));
        Assert.That(transport.Requests[^1].Headers["If-Match"], Is.EqualTo("*"));
    }

    [Test]
    public async Task UpdateAsync_AnsweredWithoutTheEntity_SaysThatItWasChanged()
    {
        using var transport = ScriptedTransport.Answering("", System.Net.HttpStatusCode.NoContent);
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Companies[Ids.Company].Customers.UpdateAsync(Coho with { Email = null }));

        Assert.That(error!.Message, Does.Contain("changed").And.Contain("Read it back"));
    }

    [Test]
    public async Task UpdateAsync_EntityThatTheCallerMade_IsRefusedBeforeAnythingIsSent()
    {
        using var transport = ScriptedTransport.Echo();
        using var client = TestClients.Facade(transport);
        var company = client.Companies[Ids.Company];
        var own = new Customer { Number = "10000", DisplayName = "Coho" };

        foreach (var call in (Func<Task>[])
        [
            () => company.Customers.UpdateAsync(own),
            () => company.Customers.DeleteAsync(own),
            () => company.SalesInvoices[Ids.Invoice].Customer.UpdateAsync(own),
            () => company.SalesInvoices[Ids.Invoice].Customer.DeleteAsync(own),
        ])
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(call);
            Assert.That(error.Message, Does.StartWith("This Customer was not read from the service").And.Contain("Get or create it first"));
        }

        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task Entities_ReadAndMade_AreEqualByTheirMembersAlone()
    {
        using var transport = ScriptedTransport.Answering(Ids.Real("""{"@odata.etag":"W/\"1\"","id":"{customer}","displayName":"Coho"}"""));
        using var client = TestClients.Facade(transport);
        var read = await client.Companies[Ids.Company].Customers.GetAsync(Ids.Customer);
        var made = Make.Customer(new() { DisplayName = "Coho" }, Ids.Customer, "W/\"1\"");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(made));
            Assert.That(read.GetHashCode(), Is.EqualTo(made.GetHashCode()));
            Assert.That(read with { Email = "x" } with { Email = null }, Is.EqualTo(made));
            Assert.That(read with { Email = "x" }, Is.Not.EqualTo(made));
            Assert.That(read.ToString(), Is.EqualTo(made.ToString()).And.Not.Contains("AsRead"));
        }
    }

    private static TestCaseData Case(string name, Func<CompanyClient, Task> update, string sent) => new TestCaseData(update, sent).SetArgDisplayNames(name);
}
