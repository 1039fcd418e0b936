using System.Globalization;
using System.Text;
using Financials.Client.Benchmarks.Raw;

namespace Financials.Client.Benchmarks;

/// <summary>One customer of 21 values as both sides send it, and the service's answers.</summary>
internal static class SampleData
{
    public const string Token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.c2FtcGxl.c2lnbmF0dXJl";

    public const int PageSize = 1000;

    public static readonly Guid CompanyId = new("bb6d48b6-c7b2-4a38-9a93-ad5506407f12");

    public static readonly FinancialsService Service =
        FinancialsService.Documented(new Uri("https://service.example/beta/financials"), "https://service.example/.default");

    private static readonly Guid TaxAreaId = new("592ce91b-e91b-592c-1be9-2c591be92c59");
    private static readonly Guid CurrencyId = new("5323df69-df69-5323-69df-235369df2353");
    private static readonly Guid PaymentTermsId = new("292944c5-44c5-2929-c544-2929c5442929");

    private static string Customers => $"{Service.BaseAddress}/companies/{CompanyId}/customers";

    /// <summary>What a POST is answered with.</summary>
    public static byte[] Created() => Encoding.UTF8.GetBytes(
        $$"""{"@odata.context":"{{Service.BaseAddress}}/$metadata#customers/$entity",{{Members(0)}}}""");

    /// <summary>What a GET is answered with: 1,000 customers, 625 KB.</summary>
    public static byte[] Page() => Encoding.UTF8.GetBytes(
        $$"""
        {"@odata.context":"{{Service.BaseAddress}}/$metadata#customers",
        "value":[{{string.Join(',', Enumerable.Range(0, PageSize).Select(row => $"{{{Members(row)}}}"))}}],
        "@odata.nextLink":"{{Customers}}?$skiptoken={{PageSize}}"}
        """.ReplaceLineEndings(""));

    public static Customer ToCreate() => new()
    {
        Number = "10000",
        DisplayName = "Coho Winery",
        Type = CustomerType.Company,
        Address = new()
        {
            Street = "192 Market Square",
            City = "Atlanta",
            State = "GA",
            CountryCode = "US",
            PostalCode = "31772",
        },
        PhoneNumber = "425-555-0100",
        Email = "jim@coho.example",
        Website = "https://coho.example",
        TaxLiable = true,
        TaxAreaId = TaxAreaId,
        CurrencyId = CurrencyId,
        CurrencyCode = "USD",
        PaymentTermsId = PaymentTermsId,
        Blocked = CustomerBlocked.None,
    };

    public static RawCustomer ToCreateRaw() => new()
    {
        Number = "10000",
        DisplayName = "Coho Winery",
        Type = "Company",
        Address = new()
        {
            Street = "192 Market Square",
            City = "Atlanta",
            State = "GA",
            CountryLetterCode = "US",
            PostalCode = "31772",
        },
        PhoneNumber = "425-555-0100",
        Email = "jim@coho.example",
        Website = "https://coho.example",
        TaxLiable = true,
        TaxAreaId = TaxAreaId,
        CurrencyId = CurrencyId,
        CurrencyCode = "USD",
        PaymentTermsId = PaymentTermsId,
        Blocked = " ",
    };

    private static string Members(int row)
    {
        var number = (10000 + row).ToString(CultureInfo.InvariantCulture);
        return $$"""
            "@odata.etag":"W/\"JzQ0O{{number}}\"","id":"52a499d6-99d6-52a4-d699-a452d69{{number}}","number":"{{number}}",
            "displayName":"Coho Winery","type":"Company",
            "address":{"street":"192 Market Square","city":"Atlanta","state":"GA","countryLetterCode":"US","postalCode":"31772"},
            "phoneNumber":"425-555-0100","email":"jim@coho.example","website":"https://coho.example",
            "taxLiable":true,"taxAreaId":"{{TaxAreaId}}","currencyId":"{{CurrencyId}}","currencyCode":"USD",
            "paymentTermsId":"{{PaymentTermsId}}","blocked":" ","balance":{{row}}.25,
            "lastModifiedDateTime":"2017-03-07T00:35:28.983Z"
            """.ReplaceLineEndings("");
    }
}
