using System.Text.Json;
using Financials.Client.Tests.Support;
using FsCheck.Fluent;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>What is sent of a wire model: what was set and what the contract does not name, and nothing else.</summary>
public sealed class WrittenPropertiesTests
{
    /// <summary>Every property of a customer that a client may set.</summary>
    private static readonly Dictionary<string, Action<Wire.Customer>> Writable = new()
    {
        ["@odata.type"] = customer => customer.OdataType = "#microsoft.graph.customer",
        ["address"] = customer => customer.Address = new(),
        ["blocked"] = customer => customer.Blocked = " ",
        ["currencyCode"] = customer => customer.CurrencyCode = "DKK",
        ["currencyId"] = customer => customer.CurrencyId = Guid.Empty,
        ["displayName"] = customer => customer.DisplayName = "Ørsted",
        ["email"] = customer => customer.Email = "",
        ["number"] = customer => customer.Number = "A&B #1%",
        ["paymentMethod"] = customer => customer.PaymentMethod = new(),
        ["paymentMethodId"] = customer => customer.PaymentMethodId = Guid.Empty,
        ["paymentTerms"] = customer => customer.PaymentTerms = new() { Code = "" },
        ["paymentTermsId"] = customer => customer.PaymentTermsId = Guid.Empty,
        ["phoneNumber"] = customer => customer.PhoneNumber = "",
        ["shipmentMethod"] = customer => customer.ShipmentMethod = new(),
        ["shipmentMethodId"] = customer => customer.ShipmentMethodId = Guid.Empty,
        ["taxAreaId"] = customer => customer.TaxAreaId = Guid.Empty,
        ["taxLiable"] = customer => customer.TaxLiable = false,
        ["taxRegistrationNumber"] = customer => customer.TaxRegistrationNumber = "",
        ["type"] = customer => customer.Type = "Person",
        ["website"] = customer => customer.Website = "",
    };

    [Test]
    public void ExplicitNull_AmongTheAdditionalProperties_IsSentExactlyOnce() =>
        PropertyCheck.Holds(Gen.SubListOf(Writable.Keys.Append("dimensions").ToArray()), names =>
        {
            var customer = new Wire.Customer { AdditionalData = names.ToDictionary(name => name, _ => (object)null!) };

            var sent = WireTrips.Send(customer).Sent.EnumerateObject().ToArray();

            Assert.That(sent.Select(member => member.Name), Is.EquivalentTo(names));
            Assert.That(sent.Select(member => member.Value.ValueKind), Is.All.EqualTo(JsonValueKind.Null));
        });

    [Test]
    public void ExplicitNull_BesidePropertiesThatAreSet_LeavesThemAlone()
    {
        var customer = new Wire.Customer { DisplayName = "Ørsted", AdditionalData = { ["paymentTerms"] = null! } };

        var sent = WireTrips.Send(customer).Sent;

        Assert.That(JsonElement.DeepEquals(sent, JsonElement.Parse("""{"displayName":"Ørsted","paymentTerms":null}""")), Is.True, sent.GetRawText());
    }

    [Test]
    public void AbsentProperties_OfAModel_AreNotSent() => PropertyCheck.Holds(Gen.SubListOf(Writable.Keys.ToArray()), names =>
    {
        var customer = new Wire.Customer();
        foreach (var name in names)
        {
            Writable[name](customer);
        }

        Assert.That(Names(WireTrips.Send(customer).Sent), Is.EquivalentTo(names));
    });

    [Test]
    public void Properties_OfTheContract_AreAllTriedHere() => Assert.That(
        Writable.Keys.Concat(["@odata.context", "@odata.etag", "balance", "currency", "id", "lastModifiedDateTime", "overdueAmount", "paymentTerm", "taxAreaDisplayName", "totalSalesExcludingTax"]),
        Is.EquivalentTo(new Wire.Customer().GetFieldDeserializers().Keys));

    private static IEnumerable<string> Names(JsonElement sent) => sent.EnumerateObject().Select(property => property.Name);
}
