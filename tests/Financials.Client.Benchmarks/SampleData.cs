using System.Globalization;
using System.Text;
using Financials.Client.Benchmarks.Raw;

namespace Financials.Client.Benchmarks;

/// <summary>One customer of 21 values and one payment as all contenders send them, and the service's responses.</summary>
internal static class SampleData
{
    public const string Token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.c2FtcGxl.c2lnbmF0dXJl";

    public const int PageSize = 1000;

    public static readonly Guid CompanyId = new("bb6d48b6-c7b2-4a38-9a93-ad5506407f12");
    public static readonly Guid CustomerId = new("52a499d6-99d6-52a4-d699-a452d6910000");
    public static readonly Guid JournalId = new("41c7d0e9-52b6-4a3f-8d70-96e5f4a3b2c1");

    /// <summary>How the address of the customer ends.</summary>
    public static readonly string CustomerPath = $"/customers/{CustomerId}";

    public static readonly FinancialsService Service =
        FinancialsService.Documented(new Uri("https://service.example/beta/financials"), "https://service.example/.default");

    public static readonly FinancialsService BusinessCentral =
        FinancialsService.BusinessCentral(new Uri("https://service.example/v2.0/production/api/v2.0"), "https://service.example/.default");

    private static readonly Guid TaxAreaId = new("592ce91b-e91b-592c-1be9-2c591be92c59");
    private static readonly Guid CurrencyId = new("5323df69-df69-5323-69df-235369df2353");
    private static readonly Guid PaymentTermsId = new("292944c5-44c5-2929-c544-2929c5442929");

    private static string Customers => $"{Service.BaseAddress}/companies/{CompanyId}/customers";

    /// <summary>The response to a POST or GET of the customer.</summary>
    public static byte[] Created() => Encoding.UTF8.GetBytes(
        $$"""{"@odata.context":"{{Service.BaseAddress}}/$metadata#customers/$entity",{{Members(0)}}}""");

    /// <summary>The response to a POST of the payment.</summary>
    public static byte[] CreatedPayment() => Encoding.UTF8.GetBytes(
        $$"""
        {"@odata.context":"{{Service.BaseAddress}}/$metadata#customerPayments/$entity",
        "@odata.etag":"W/\"JzQ0O3BheW1lbnQx\"","id":"c3d4e5f6-1a2b-4c3d-9e8f-7a6b5c4d3e2f","journalDisplayName":"DEFAULT",
        "lineNumber":20000,"customerNumber":"10000","postingDate":"2026-01-31","documentNumber":"1234","amount":-1500.25,
        "description":"Coho Winery","lastModifiedDateTime":"2017-03-17T19:02:22.043Z"}
        """.ReplaceLineEndings(""));

    /// <summary>The response to a GET of the list: 1,000 customers, 625 KB.</summary>
    /// <param name="nextLink">The query of the next page's address; null for the last page.</param>
    public static byte[] Page(string? nextLink) => Encoding.UTF8.GetBytes(
        $$"""
        {"@odata.context":"{{Service.BaseAddress}}/$metadata#customers",
        "value":[{{string.Join(',', Enumerable.Range(0, PageSize).Select(row => $"{{{Members(row)}}}"))}}]
        {{(nextLink is null ? "" : $",\"@odata.nextLink\":\"{Customers}{nextLink}\"")}}}
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

    public static CustomerPayment PaymentToCreate() => new()
    {
        LineNumber = 20000,
        CustomerNumber = "10000",
        PostingDate = new DateOnly(2026, 1, 31),
        DocumentNumber = "1234",
        Amount = -1500.25m,
    };

    public static RawPayment PaymentToCreateRaw() => new()
    {
        LineNumber = 20000,
        CustomerNumber = "10000",
        PostingDate = new DateOnly(2026, 1, 31),
        DocumentNumber = "1234",
        Amount = -1500.25m,
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
