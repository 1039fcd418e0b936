using Financials.Client.Tests.Support;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Addresses against an independent reading of RFC 6570, and against what a server decodes from them.</summary>
public sealed partial class UrlExpansionTests
{
    private static readonly Guid Company = new("0f0e0d0c-0b0a-0908-0706-050403020100");

    [TestCase("")]
    [TestCase("da-DK")]
    [TestCase("fa-IR")]
    public void Address_AnyTemplateAndValues_IsTheOneOfTheRfc(string culture)
    {
        using var place = new CultureAndZone(culture);

        PropertyCheck.Holds(UrlGenerators.Any, ExpandsAsTheRfcSays, UrlGenerators.Simpler);
    }

    [TestCase("")]
    [TestCase("da-DK")]
    public void Address_WithADate_IsTheOneOfTheRfc(string culture) => DatesExpandAsTheyAre(culture);

    [TestCaseSource(typeof(GeneratedTemplates), nameof(GeneratedTemplates.All))]
    public void Address_GeneratedTemplateAndAnyValues_IsTheOneOfTheRfc(string template) =>
        PropertyCheck.Holds(UrlGenerators.For(template), ExpandsAsTheRfcSays, UrlGenerators.Simpler);

    [TestCase("{+baseurl}/companies/{companyId}/customers{?%24count*,%24expand,%24filter*,%24orderby,%24select,%24skip*,%24top*}")]
    [TestCase("{+baseurl}/companies({companyId})/customers({customerId}){?%24expand,%24select}")]
    public void GeneratedTemplates_OfTheLibrary_AreFound(string template) => Assert.That(GeneratedTemplates.All, Does.Contain(template));

    [Test]
    public void Query_AnyFilter_IsDecodedByAServerAsItWas() => PropertyCheck.HoldsForTexts(filter =>
        Assert.That(QueryHelpers.ParseQuery(CustomersWith(filter).Query)["$filter"].ToString(), Is.EqualTo(filter)));

    [Test]
    public void Query_AnyValues_AreDecodedByAServerAsTheyWere()
    {
        var lists = UrlGenerators.ListOf(Texts.Any);
        PropertyCheck.Holds(lists.Zip(lists), values =>
        {
            var url = new UrlCase(
                "https://service.example/x{?%24select,each*}",
                Path: [],
                Query: new() { ["%24select"] = values.Item1, ["each"] = values.Item2 });

            var query = QueryHelpers.ParseQuery(url.ByTheRuntime().Query);

            // An empty list is an absent parameter.
            Assert.That(query.GetValueOrDefault("$select").ToString(), Is.EqualTo(string.Join(',', values.Item1)));
            Assert.That(query.GetValueOrDefault("each").ToArray(), Is.EqualTo(values.Item2));
        });
    }

    [Test]
    public void Path_AnyValue_IsDecodedByAServerAsItWas()
    {
        // "." and ".." are not encoded by the RFC and mean a directory to every URL parser; the library's own keys are ids.
        PropertyCheck.Holds(Texts.Any.Where(text => text is not ("." or "..")), key =>
        {
            var values = new Dictionary<string, object> { ["key"] = key };
            var address = new RequestInformation(Method.GET, "https://service.example/a/{key}/b?c", values).URI;

            Assert.That(address.AbsolutePath.Split('/').Select(Uri.UnescapeDataString), Is.EqualTo(["", "a", key, "b"]));
        });
    }

    [TestCase("name eq 'O''Brien'", "name%20eq%20%27O%27%27Brien%27", TestName = "Filter_WithADoubledApostrophe_KeepsBoth")]
    [TestCase("number eq 'A#1'", "number%20eq%20%27A%231%27", TestName = "Filter_WithANumberSign_DoesNotBeginAFragment")]
    [TestCase("number eq '50%'", "number%20eq%20%2750%25%27", TestName = "Filter_WithAPercentSign_EncodesIt")]
    [TestCase("number eq '%41'", "number%20eq%20%27%2541%27", TestName = "Filter_ThatLooksEncoded_IsEncodedAgain")]
    [TestCase("a b", "a%20b", TestName = "Filter_WithASpace_HasNoPlusForIt")]
    [TestCase("a+b", "a%2Bb", TestName = "Filter_WithAPlus_IsNotReadAsASpace")]
    [TestCase("number eq 'A&B #1%'", "number%20eq%20%27A%26B%20%231%25%27", TestName = "Filter_WithAnAmpersand_StaysOneFilter")]
    [TestCase("city eq 'Ø😀'", "city%20eq%20%27%C3%98%F0%9F%98%80%27", TestName = "Filter_WithNonAsciiText_IsEncodedAsUtf8")]
    [TestCase("", "", TestName = "Filter_ThatIsEmpty_IsSentEmpty")]
    public void Filter_OfAGivenText_IsEncodedLikeThis(string filter, string encoded) => Assert.That(
        CustomersWith(filter).AbsoluteUri,
        Is.EqualTo($"https://service.example/beta/financials/companies/{Company}/customers?%24filter={encoded}"));

    [Test]
    public void Query_OfABuilder_HoldsWhatWasSetAndNothingElse()
    {
        var request = TestClients.Api.Companies[Company].Customers.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Count = true;
            request.QueryParameters.Expand = [];
            request.QueryParameters.Select = ["number", "displayName"];
            request.QueryParameters.Orderby = ["number desc", "id"];
            request.QueryParameters.Top = 5;
        });

        Assert.That(
            request.URI.Query,
            Is.EqualTo("?%24count=true&%24orderby=number%20desc,id&%24select=number,displayName&%24top=5"));
    }

    [Test]
    public void Path_OfAReference_KeepsTheDollarSign()
    {
        var place = new Dictionary<string, object> { ["baseurl"] = "https://service.example/beta", ["companyId"] = Company };

        Assert.That(
            new RequestInformation(Method.POST, "{+baseurl}/companies/{companyId}/customers/$ref", place).URI.AbsoluteUri,
            Is.EqualTo($"https://service.example/beta/companies/{Company}/customers/$ref"));
    }

    [Test]
    public void Path_OfAnEntity_HoldsItsIdInLowerCaseWithHyphens()
    {
        var customer = new Guid("ABCDEF01-2345-6789-ABCD-EF0123456789");

        Assert.That(
            TestClients.Api.Companies[Company].Customers[customer].ToGetRequestInformation().URI.AbsolutePath,
            Does.EndWith("/companies/0f0e0d0c-0b0a-0908-0706-050403020100/customers/abcdef01-2345-6789-abcd-ef0123456789"));
    }

    private static void ExpandsAsTheRfcSays(UrlCase url)
    {
        var (expanded, expected) = (url.ByTheRuntime(), new Uri(url.ByTheRfc()));

        // What was asked for, letter for letter, and what is sent.
        Assert.That(expanded.OriginalString, Is.EqualTo(expected.OriginalString));
        Assert.That(expanded.AbsoluteUri, Is.EqualTo(expected.AbsoluteUri));
    }

    private static void DatesExpandAsTheyAre(string culture)
    {
        using var place = new CultureAndZone(culture);

        PropertyCheck.Holds(Dates.Any, day =>
        {
            var values = new Dictionary<string, object> { ["day"] = (Date)day };
            var url = new UrlCase("https://service.example/days/{day}{?day}", values, []);

            var text = Dates.ToText(day);
            Assert.That(url.ByTheRuntime().AbsoluteUri, Is.EqualTo($"https://service.example/days/{text}?day={text}"));
        });
    }

    private static Uri CustomersWith(string filter) =>
        TestClients.Api.Companies[Company].Customers.ToGetRequestInformation(request => request.QueryParameters.Filter = filter).URI;
}
