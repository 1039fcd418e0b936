using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Financials.Client.Tests.Support;
using FsCheck.Fluent;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Values to JSON and back, wherever the application runs.</summary>
[TestFixtureSource(typeof(CultureAndZone), nameof(CultureAndZone.Everywhere))]
[NonParallelizable] // The time zone is the whole process's.
public sealed class JsonRoundTripTests(string culture, string? zone)
{
    private static readonly JsonSerializerOptions FewEscapes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private CultureAndZone _place = null!;

    [SetUp]
    public void Go() => _place = new CultureAndZone(culture, zone);

    [TearDown]
    public void Return() => _place.Dispose();

    [Test]
    public void Decimal_SentAndEchoed_KeepsValueAndScale() => PropertyCheck.Holds(Decimals.Any, amount =>
    {
        var (sent, echoed) = WireTrips.Send(new Wire.CustomerPayment { Amount = amount });

        Assert.That(sent.GetProperty("amount").GetRawText(), Is.EqualTo(amount.ToString(CultureInfo.InvariantCulture)));
        Assert.That(decimal.GetBits(echoed.Amount!.Value), Is.EqualTo(decimal.GetBits(amount)));
    });

    [Test]
    public void Decimal_OfAReadOnlyMember_KeepsValueAndScale() => PropertyCheck.Holds(Decimals.Any, balance =>
    {
        var customer = WireTrips.ReadCustomer($$"""{"balance":{{balance.ToString(CultureInfo.InvariantCulture)}}}""");

        Assert.That(decimal.GetBits(customer.Balance!.Value), Is.EqualTo(decimal.GetBits(balance)));
    });

    [Test]
    public void Integer_SentAndEchoed_KeepsItsValue() => PropertyCheck.Holds(Gen.Choose(int.MinValue, int.MaxValue), number =>
    {
        var (sent, echoed) = WireTrips.Send(new Wire.CustomerPayment { LineNumber = number });

        Assert.That(sent.GetProperty("lineNumber").GetRawText(), Is.EqualTo(number.ToString(CultureInfo.InvariantCulture)));
        Assert.That(echoed.LineNumber, Is.EqualTo(number));
    });

    [Test]
    public void Guid_SentAndEchoed_KeepsItsValue() => PropertyCheck.Holds(UrlGenerators.Ids, id =>
    {
        var (sent, echoed) = WireTrips.Send(new Wire.CustomerPayment { CustomerId = id });

        Assert.That(sent.GetProperty("customerId").GetString(), Is.EqualTo(id.ToString("D")));
        Assert.That(echoed.CustomerId, Is.EqualTo(id == Guid.Empty ? null : id));
    });

    [Test]
    public void Guid_AllZero_IsSentAndReadAsNothing()
    {
        var (sent, echoed) = WireTrips.Send(new Wire.CustomerPayment { CustomerId = Guid.Empty });

        Assert.That(sent.GetProperty("customerId").GetGuid(), Is.EqualTo(Guid.Empty));
        Assert.That(echoed.CustomerId, Is.Null);
    }

    [Test]
    public void Text_SentAndEchoed_KeepsEveryCharacter() => PropertyCheck.HoldsForTexts(text =>
    {
        var (sent, echoed) = WireTrips.Send(new Wire.Customer { DisplayName = text, Address = new() { Street = text } });

        Assert.That(sent.GetProperty("displayName").GetString(), Is.EqualTo(text));
        Assert.That(sent.GetProperty("address").GetProperty("street").GetString(), Is.EqualTo(text));
        Assert.That(echoed.DisplayName ?? "", Is.EqualTo(text));
        Assert.That(echoed.Address?.Street ?? "", Is.EqualTo(text));
    });

    [Test]
    public void Text_InAnAnswer_KeepsEveryCharacter() => PropertyCheck.HoldsForTexts(text =>
    {
        var (escaped, plain) = (JsonSerializer.Serialize(text), JsonSerializer.Serialize(text, FewEscapes));

        var customer = WireTrips.ReadCustomer(
            $$$"""{"taxAreaDisplayName":{{{escaped}}},"paymentTerms":{"description":{{{plain}}}}}""");

        Assert.That(customer.TaxAreaDisplayName ?? "", Is.EqualTo(text));
        Assert.That(customer.PaymentTerms?.Description ?? "", Is.EqualTo(text));
    });

    [Test]
    public void Text_TheServersOwnExample_KeepsEveryCharacter()
    {
        const string Text = "Test \"Adress\" 12æ åø";

        var (sent, echoed) = WireTrips.Send(new Wire.Customer { Address = new() { Street = Text } });

        Assert.That(sent.GetProperty("address").GetProperty("street").GetString(), Is.EqualTo(Text));
        Assert.That(echoed.Address!.Street, Is.EqualTo(Text));
    }

    /// <summary>Dates on their way out are in <see cref="DateRoundTripTests"/>.</summary>
    [Test]
    public void Date_InAnAnswer_IsTheDay() => PropertyCheck.Holds(Dates.Any, day =>
    {
        var payment = WireTrips.ReadPayment($$"""{"postingDate":"{{Dates.ToText(day)}}"}""");

        Assert.That(payment.PostingDate ?? DateOnly.MinValue, Is.EqualTo(day));
    });

    [Test]
    public void Instant_WithSevenDigitsAndAnOffset_IsReadExactly() => PropertyCheck.Holds(Instants.Any, instant =>
    {
        var text = instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

        var payment = WireTrips.ReadPayment($$"""{"lastModifiedDateTime":"{{text}}"}""");

        Assert.That(Exactly(payment.LastModified), Is.EqualTo(Exactly(instant)));
    });

    [Test]
    public void Instant_SentAsAnAdditionalMember_KeepsDigitsAndOffset() => PropertyCheck.Holds(Instants.Any, instant =>
    {
        var payment = new Wire.CustomerPayment { AdditionalData = { ["promisedDateTime"] = instant } };

        var sent = WireTrips.Send(payment).Sent.GetProperty("promisedDateTime").GetString()!;

        Assert.That(Exactly(DateTimeOffset.Parse(sent, CultureInfo.InvariantCulture)), Is.EqualTo(Exactly(instant)));
    });

    [TestCase("0001-01-01T00:00:00Z", null)]
    [TestCase("0001-01-01T00:00:00.0000001Z", null)]
    [TestCase("0001-01-01T00:00:00-08:00", null)]
    [TestCase("0001-01-02T00:00:00-08:00", 8 * TimeSpan.TicksPerHour + TimeSpan.TicksPerDay)]
    [TestCase("9999-12-31T23:59:59.9999999Z", 3155378975999999999L)]
    public void Instant_AtAnEndOfTheCalendar_IsReadExactly(string text, long? ticks)
    {
        var customer = WireTrips.ReadCustomer($$"""{"lastModifiedDateTime":"{{text}}"}""");

        Assert.That(customer.LastModified?.UtcTicks, Is.EqualTo(ticks));
    }

    /// <summary>Tells the same moment at two offsets apart, which comparing the values would not.</summary>
    private static string? Exactly(DateTimeOffset? instant) => instant?.ToString("O", CultureInfo.InvariantCulture);
}
