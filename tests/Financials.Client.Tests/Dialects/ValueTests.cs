using System.Text;
using System.Text.Json;
using Financials.Client.Dialects.BusinessCentral;
using Financials.Client.Tests.Support;
using Documented = Financials.Client.Dialects.Documented;

namespace Financials.Client.Tests.Dialects;

/// <summary>The values of a response, each way to write "nothing", and what is no value of its kind.</summary>
public class ValueTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [TestCase("\"W/1\"", "W/1")]
    [TestCase("\"\"", null)]
    [TestCase("null", null)]
    public void ETag_AsItComes_IsKept(string json, string? etag) => Assert.That(Customer("@odata.etag", json).ETag, Is.EqualTo(etag));

    [TestCase("\"2026-03-01T12:00:00Z\"")]
    [TestCase("\"2026-03-01T12:00:00\"")]
    [TestCase("\"2026-03-01T14:00:00+02:00\"")]
    [TestCase("\"\\u0032026-03-01T12:00:00Z\"")]
    [NonParallelizable] // The zone is the whole process's.
    [Platform(Exclude = "Win", Reason = "There a process cannot change its zone.")]
    public void Instant_WithOrWithoutAnOffset_IsTheSameOnAnyMachine(string json)
    {
        using var place = new CultureAndZone("", "Pacific/Auckland");

        var instant = Customer("lastModifiedDateTime", json).LastModified;

        Assert.That((instant, instant?.Offset), Is.EqualTo(((DateTimeOffset?)Noon, (TimeSpan?)(json.Contains('+') ? TimeSpan.FromHours(2) : TimeSpan.Zero))));
    }

    [TestCase("null")]
    [TestCase("\"0001-01-01T00:00:00Z\"")]
    public void Instant_WaysToSayNever_AreNull(string json) => Assert.That(Customer("lastModifiedDateTime", json).LastModified, Is.Null);

    [TestCase("null", null)]
    [TestCase("\"\"", " ")]
    [TestCase("\"_x0020_\"", " ")]
    [TestCase("\"Ship\"", "Ship")]
    [TestCase("\"Post_x0020_all\"", "Post all")]
    public void Blocked_AsItComes_IsKept(string json, string? blocked) => Assert.That(Customer("blocked", json).Blocked?.Value, Is.EqualTo(blocked));

    [TestCase("\"x\"", "x")]
    [TestCase("\"\"", null)]
    [TestCase("null", null)]
    [TestCase("\" \"", " ")]
    [TestCase("\"a\\u0062\"", "ab")]
    public void Text_AsItComes_IsKept(string json, string? text) => Assert.That(Customer("displayName", json).DisplayName, Is.EqualTo(text));

    /// <summary>A page keeps short texts, and none must not become the text "null".</summary>
    [TestCase("null", null)]
    [TestCase("\"\"", null)]
    [TestCase("\"null\"", "null")]
    public void Text_InAPage_IsKeptToo(string json, string? text)
    {
        var page = CustomerMapping.Instance.Page.Read(Encoding.UTF8.GetBytes($$"""{"value":[{"displayName":{{json}}}]}"""));

        Assert.That(page.Items.Single().DisplayName, Is.EqualTo(text));
    }

    /// <summary>The parsers of the framework throw other things than the reader does: half of a surrogate pair, a number for a text.</summary>
    [TestCase("@odata.etag", "\"W/\\\"\\u00e6\\\"\"")]
    [TestCase("@odata.etag", "5")]
    [TestCase("currencyId", "\"not an id\"")]
    [TestCase("currencyId", "\"\\ud83d\"")]
    [TestCase("displayName", "\"\\ud83d\"")]
    [TestCase("displayName", "5")]
    [TestCase("lastModifiedDateTime", "\"yesterday\"")]
    [TestCase("lastModifiedDateTime", "\"\\ud83d\"")]
    [TestCase("lastModifiedDateTime", "5")]
    [TestCase("taxLiable", "\"true\"")]
    [TestCase("currency", "5")]
    public void Value_OfAnotherKind_IsRefusedAndNotQuoted(string property, string json) => Assert.That(
        () => Customer(property, json), Throws.TypeOf<JsonException>().With.Message.Matches(@"^The JSON at byte \d+ is not what the contract says\.$"));

    /// <summary>What has parts on the documented surface: none, or something else than an object.</summary>
    [TestCase("address", "null", true)]
    [TestCase("address", "5", false)]
    [TestCase("address", "\"1 Main\"", false)]
    [TestCase("paymentTerms", "null", true)]
    [TestCase("paymentTerms", "5", false)]
    [TestCase("blocked", "null", true)]
    public void Value_OfTheDocumentedSurface_IsNothingOrRefused(string property, string json, bool isNothing)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"id":"{{Ids.Customer}}","{{property}}":{{json}}}""");

        Assert.That(
            () => Documented.CustomerMapping.Instance.Entity.Read(body),
            isNothing ? Is.EqualTo(new Customer { Id = Ids.Customer }) : Throws.TypeOf<JsonException>());
    }

    /// <summary>A page keeps short texts, and a byte that is no UTF-8 must not become one of them.</summary>
    [Test]
    public void Text_OfBytesThatAreNoUtf8_IsRefused([Values] bool isInAPage)
    {
        byte[] entity = [.. """{"id":"52a499d6-99d6-52a4-d699-a452d699a452","displayName":"a"""u8, 0xFF, .. "\"}"u8];
        byte[] page = [.. """{"value":["""u8, .. entity, .. "]}"u8];

        Assert.That(
            () => isInAPage ? (object)CustomerMapping.Instance.Page.Read(page) : CustomerMapping.Instance.Entity.Read(entity),
            Throws.TypeOf<JsonException>());
    }

    [Test]
    public void Texts_OfAPage_AreKeptApartWhateverTheyShare()
    {
        string[] texts = ["a", "b", "ab", "ba", "EUR", "USD", "EUR", new('x', 32), new('x', 33), new('y', 32), "æ", "ae", .. Enumerable.Range(0, 600).Select(i => $"C{i}")];
        var json = "{\"value\":[" + string.Join(',', texts.Select(text => $$"""{"displayName":"{{text}}"}""")) + "]}";

        var page = CustomerMapping.Instance.Page.Read(Encoding.UTF8.GetBytes(json));

        Assert.That(page.Items.Select(customer => customer.DisplayName), Is.EqualTo(texts));
    }

    [Test]
    public void Texts_OfAPage_ThatAreTheSame_AreOneText()
    {
        var page = CustomerMapping.Instance.Page.Read("""{"value":[{"currencyCode":"USD"},{"currencyCode":"USD"}]}"""u8);

        Assert.That(page.Items[1].CurrencyCode, Is.SameAs(page.Items[0].CurrencyCode));
    }

    private static Customer Customer(string property, string json) =>
        CustomerMapping.Instance.Entity.Read(Encoding.UTF8.GetBytes($$"""{"id":"{{Ids.Customer}}","{{property}}":{{json}}}"""));
}
