using System.Text.Json;
using Financials.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>What is sent of a wire model: what was set and what the contract does not name, and nothing else.</summary>
public sealed partial class UnknownMembersTests
{
    /// <summary>Every member of a customer that a client may set.</summary>
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

    private static readonly Dictionary<string, string> ReadOnlyOfCustomer = new()
    {
        ["@odata.context"] = "\"https://service.example/$metadata#customers\"",
        ["@odata.etag"] = "\"W/\\\"1\\\"\"",
        ["balance"] = "1.50",
        ["currency"] = """{"code":"DKK"}""",
        ["id"] = "\"0f0e0d0c-0b0a-0908-0706-050403020100\"",
        ["lastModifiedDateTime"] = "\"2017-03-01T12:00:00Z\"",
        ["overdueAmount"] = "0",
        ["paymentTerm"] = """{"code":"14D"}""",
        ["taxAreaDisplayName"] = "\"Denmark\"",
        ["totalSalesExcludingTax"] = "100.00",
    };

    private static readonly Dictionary<string, string> ReadOnlyOfPayment = new()
    {
        ["@odata.context"] = "\"https://service.example/$metadata#customerPayments\"",
        ["@odata.etag"] = "\"W/\\\"1\\\"\"",
        ["customer"] = """{"displayName":"Ørsted"}""",
        ["id"] = "\"0f0e0d0c-0b0a-0908-0706-050403020100\"",
        ["lastModifiedDateTime"] = "\"2017-03-01T12:00:00Z\"",
    };

    [Test]
    public void UnknownMembers_OfAnAnswer_AreSentBackAsTheyWere() =>
        PropertyCheck.Holds(JsonTexts.Members(new Wire.Customer().GetFieldDeserializers().ContainsKey), IsSentBack, Fewer);

    [Test]
    public void UnknownMembers_InsideAnAnswer_AreSentBackAsTheyWere() =>
        PropertyCheck.Holds(JsonTexts.Members(new Wire.PostalAddress().GetFieldDeserializers().ContainsKey), members =>
        {
            var address = JsonTexts.Object(members);
            var customer = WireTrips.ReadCustomer($$"""{"address":{{address}}}""");

            var sent = WireTrips.Send(customer).Sent;

            var expected = JsonTexts.Canonical(JsonElement.Parse(address));
            Assert.That(JsonTexts.Canonical(sent), Is.EqualTo($$"""{"address":{{expected}}}"""));
        });

    [Test]
    public void ExplicitNull_AmongTheAdditionalMembers_IsSentExactlyOnce() =>
        PropertyCheck.Holds(Gen.SubListOf(Writable.Keys.Append("dimensions").ToArray()), names =>
        {
            var customer = new Wire.Customer { AdditionalData = names.ToDictionary(name => name, _ => (object)null!) };

            var sent = WireTrips.Send(customer).Sent.EnumerateObject().ToArray();

            Assert.That(sent.Select(member => member.Name), Is.EquivalentTo(names));
            Assert.That(sent.Select(member => member.Value.ValueKind), Is.All.EqualTo(JsonValueKind.Null));
        });

    [Test]
    public void ExplicitNull_BesideMembersThatAreSet_LeavesThemAlone()
    {
        var customer = new Wire.Customer { DisplayName = "Ørsted", AdditionalData = { ["paymentTerms"] = null! } };

        var sent = WireTrips.Send(customer).Sent;

        Assert.That(JsonTexts.Canonical(sent), Is.EqualTo("""{"displayName":"\u00D8rsted","paymentTerms":null}"""));
    }

    [Test]
    public void AbsentMembers_OfAModel_AreNotSent() => PropertyCheck.Holds(Gen.SubListOf(Writable.Keys.ToArray()), names =>
    {
        var customer = new Wire.Customer();
        foreach (var name in names)
        {
            Writable[name](customer);
        }

        Assert.That(Names(WireTrips.Send(customer).Sent), Is.EquivalentTo(names));
    });

    [Test]
    public void NullMembers_OfAnAnswer_AreAbsent() => PropertyCheck.Holds(Gen.SubListOf(Writable.Keys.ToArray()), names =>
    {
        var customer = WireTrips.ReadCustomer(JsonTexts.Object(names.Select(name => KeyValuePair.Create(name, "null"))));

        Assert.That(Names(WireTrips.Send(customer).Sent), Is.Empty);
    });

    [Test]
    public void ReadOnlyMembers_OfACustomer_AreNeverSentBack() =>
        PropertyCheck.Holds(SomeOf(ReadOnlyOfCustomer, with: "number", "\"10000\""), members =>
        {
            var customer = WireTrips.ReadCustomer(JsonTexts.Object(members));

            Assert.That(Names(WireTrips.Send(customer).Sent), Is.EqualTo(members.Select(m => m.Key).Intersect(["number"])));
        });

    [Test]
    public void ReadOnlyMembers_OfAPayment_AreNeverSentBack() =>
        PropertyCheck.Holds(SomeOf(ReadOnlyOfPayment, with: "amount", "-1.50"), members =>
        {
            var payment = WireTrips.ReadPayment(JsonTexts.Object(members));

            Assert.That(Names(WireTrips.Send(payment).Sent), Is.EqualTo(members.Select(m => m.Key).Intersect(["amount"])));
        });

    [Test]
    public void Members_OfTheContract_AreAllTriedHere()
    {
        var ofCustomer = new Wire.Customer().GetFieldDeserializers().Keys;

        Assert.That(Writable.Keys.Concat(ReadOnlyOfCustomer.Keys), Is.EquivalentTo(ofCustomer));
        Assert.That(ReadOnlyOfPayment.Keys, Is.SubsetOf(new Wire.CustomerPayment().GetFieldDeserializers().Keys));
    }

    private static void IsSentBack(Dictionary<string, string> members)
    {
        var answer = JsonTexts.Object(members);

        var sent = WireTrips.Send(WireTrips.ReadCustomer(answer)).Sent;

        Assert.That(JsonTexts.Canonical(sent), Is.EqualTo(JsonTexts.Canonical(JsonElement.Parse(answer))));
    }

    /// <summary>Any of the members, and any of them with one more.</summary>
    private static Gen<List<KeyValuePair<string, string>>> SomeOf(Dictionary<string, string> members, string with, string json) =>
        Gen.SubListOf(members.Append(KeyValuePair.Create(with, json)).ToArray());

    private static IEnumerable<Dictionary<string, string>> Fewer(Dictionary<string, string> members) =>
        members.Keys.Select(gone => members.Where(member => member.Key != gone).ToDictionary());

    private static IEnumerable<string> Names(JsonElement sent) => sent.EnumerateObject().Select(member => member.Name);
}
