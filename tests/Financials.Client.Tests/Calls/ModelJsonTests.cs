using System.Text.Json;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Calls;

/// <summary>Models go through an application's own JSON: the body of a web API, a queue, a cache.</summary>
public class ModelJsonTests
{
    private static readonly Customer Read = FinancialsModelFactory.Customer(
        new Customer { Number = "10000", Type = CustomerType.Company, Blocked = CustomerBlocked.Ship, Email = "ap@coho.example" }, Ids.Customer, "W/\"1\"");

    [TestCase(true)]
    [TestCase(false)]
    public void Customer_ThroughJson_KeepsItsIdItsVersionAndItsNames(bool isGenerated)
    {
        var json = isGenerated ? JsonSerializer.Serialize(Read, ModelContext.Default.Customer) : JsonSerializer.Serialize(Read);
        var back = isGenerated ? JsonSerializer.Deserialize(json, ModelContext.Default.Customer) : JsonSerializer.Deserialize<Customer>(json);

        Assert.That(back, Is.EqualTo(Read));
        Assert.That(json, Does.Contain("\"Type\":\"Company\"").And.Contain("\"Blocked\":\"Ship\""));
    }

    [TestCase("""{"Blocked":" "}""")]
    [TestCase("""{"Blocked":""}""")]
    public void BlankName_IsTheBlankValue(string json) =>
        Assert.That(JsonSerializer.Deserialize<Customer>(json)!.Blocked, Is.EqualTo(CustomerBlocked.None));

    [Test]
    public void NameThatThePackageDoesNotKnow_IsKept() =>
        Assert.That(JsonSerializer.Deserialize<Customer>("""{"Type":"Partner"}""")!.Type, Is.EqualTo(new CustomerType("Partner")));

    [Test]
    public void WrongJson_SaysWhatIsWrongAndWhere() => Assert.That(
        () => JsonSerializer.Deserialize<Customer>("""{"Number":"1","Type":{"value":"Company"}}"""),
        Throws.TypeOf<JsonException>().With.Message.StartsWith("A CustomerType is a text in JSON, and this is a StartObject.")
            .And.Property(nameof(JsonException.Path)).EqualTo("$.Type"));

    /// <summary>It has forgotten what it was when it was read, so all that is set is sent, under its version.</summary>
    [Test]
    public async Task Update_OfACustomerThatWasJson_SendsWhatIsSet_UnderTheVersionThatWasRead()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var client = TestClients.Facade(transport);
        var back = JsonSerializer.Deserialize<Customer>(JsonSerializer.Serialize(Read))! with { Email = "new@coho.example" };

        await client.Company().Customers.UpdateAsync(back);

        var sent = transport.Requests.Single();
        Assert.That(sent.Headers["If-Match"], Is.EqualTo("W/\"1\""));
        JsonAssert.AreEqual(sent.Body, """{"number":"10000","type":"Company","blocked":"Ship","email":"new@coho.example"}""");
    }

    [Test]
    public async Task Update_ById_SendsOnlyTheChange_WithoutReadingFirst()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var client = TestClients.BusinessCentral(transport);

        await client.Company().Customers.UpdateAsync(Ids.Customer, new Customer { CreditLimit = 5_000m });

        var sent = transport.Requests.Single();
        Assert.That((sent.Method, sent.Headers["If-Match"]), Is.EqualTo(("PATCH", "*")));
        JsonAssert.AreEqual(sent.Body, """{"creditLimit":5000}""");
    }

    [Test]
    public void Update_ById_OfAnotherRecord_IsRefused()
    {
        using var transport = ScriptedTransport.Echo();
        using var client = TestClients.Facade(transport);

        Assert.That(() => client.Company().Customers.UpdateAsync(Ids.Journal, Read with { Email = "x" }), Throws.ArgumentException);
        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task Entities_StandForTheirIds()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var client = TestClients.BusinessCentral(transport);
        var company = client.Companies[FinancialsModelFactory.Company(Ids.Company)];

        await company.Customers.GetAsync(Read);
        await company.Customers[Read].GetCurrencyAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(company.Id, Is.EqualTo(Ids.Company));
            Assert.That(transport.Requests[0].Target.AbsolutePath, Does.EndWith($"/customers({Ids.Customer})"));
            Assert.That(transport.Requests[1].Target.AbsolutePath, Does.EndWith($"/customers({Ids.Customer})/currency"));
            Assert.That(company.SalesInvoices[FinancialsModelFactory.SalesInvoice(new(), Ids.Invoice)].Id, Is.EqualTo(Ids.Invoice));
            Assert.That(company.PaymentJournals[FinancialsModelFactory.PaymentJournal(new(), Ids.Journal)].Id, Is.EqualTo(Ids.Journal));
            Assert.That(() => company.Customers[new Customer()], Throws.ArgumentException.With.Message.StartsWith("This Customer has no id."));
        }
    }
}
