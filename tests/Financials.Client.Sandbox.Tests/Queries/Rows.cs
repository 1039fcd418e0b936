using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Queries;
using Microsoft.AspNetCore.WebUtilities;

namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>A few customers of a made-up shape, with one member of every kind, and the queries put to them.</summary>
internal static class Rows
{
    public static readonly Guid Dollar = new("5323df69-df69-5323-69df-235369df2353");

    private static readonly QueryShape Currencies = new("currency", [new("id", ValueKind.Id), new("code", ValueKind.Code), new("symbol", ValueKind.Text)], "code");

    private static readonly QueryShape Payments = new("customerPayment", [new("id", ValueKind.Id), new("lineNumber", ValueKind.Number)], "lineNumber");

    public static readonly QueryShape Shape = new(
        "customer",
        [
            new("id", ValueKind.Id),
            new("number", ValueKind.Code),
            new("displayName", ValueKind.Text),
            new("email", ValueKind.Text),
            new("blocked", ValueKind.Text),
            new("balance", ValueKind.Number),
            new("taxLiable", ValueKind.Flag),
            new("currencyId", ValueKind.Id),
            new("since", ValueKind.Date),
            new("lastModifiedDateTime", ValueKind.Instant),
            new("address/city", ValueKind.Text),
            new("address/state", ValueKind.Text),
        ],
        "number",
        [new("currency", () => Currencies), new("payments", () => Payments, IsCollection: true)]);

    public static readonly IReadOnlyList<JsonObject> All =
    [
        Row("""
            {"@odata.etag":"W/\"3\"","id":"00000000-0000-0000-0000-0000000000c3","number":"C3","displayName":"O'Brien's Ærø","email":"","blocked":" ","balance":0,
             "taxLiable":false,"currencyId":"00000000-0000-0000-0000-000000000000","since":"0001-01-01","lastModifiedDateTime":"0001-01-01T00:00:00Z","address":null}
            """),
        Row("""
            {"@odata.etag":"W/\"1\"","id":"00000000-0000-0000-0000-0000000000c1","number":"C1","displayName":"Coho Winery","email":"a@coho.example","blocked":" ","balance":100.50,
             "taxLiable":true,"currencyId":"5323df69-df69-5323-69df-235369df2353","since":"2016-02-29","lastModifiedDateTime":"2019-08-18T20:05:51.603Z",
             "address":{"street":"192 Market Square","city":"Atlanta","state":"GA"}}
            """),
        Row("""
            {"@odata.etag":"W/\"2\"","id":"00000000-0000-0000-0000-0000000000c2","number":"C2","displayName":"coho vineyard","email":"b@coho.example","blocked":"Ship","balance":-20,
             "taxLiable":true,"currencyId":"5323df69-df69-5323-69df-235369df2353","since":"2016-03-01","lastModifiedDateTime":"2019-08-18T23:05:51.6030001+03:00",
             "address":{"street":"1 Grape Road","city":"Athens","state":null}}
            """),
    ];

    public static JsonObject Row(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>Reads a query as it stands in an address, except that nothing in it needs to be escaped but <c>&amp;</c>, <c>+</c> and <c>%</c>.</summary>
    public static ODataQuery Query(string query, string? prefer = null) => ODataQuery.Parse(QueryHelpers.ParseQuery(query), Shape, prefer);

    public static QueryResult Page(string query, int largestPage = 100, string? prefer = null) => Query(query, prefer).Page(All, largestPage, Related);

    /// <summary>The numbers of the customers that a query finds, as <c>C1 C2</c>.</summary>
    public static string Numbers(string query) => Numbers(Page(query).Items);

    public static string Numbers(IEnumerable<JsonObject> rows) => string.Join(' ', rows.Select(row => (string?)row["number"]));

    /// <summary>Every customer has the dollar, unless its currency is none, and the payments 10000 to 30000.</summary>
    public static IEnumerable<JsonObject> Related(QueryShape from, JsonObject entity, QueryNavigation navigation) => navigation.Name switch
    {
        "currency" when (string?)entity["currencyId"] == Dollar.ToString() => [Row("""{"id":"5323df69-df69-5323-69df-235369df2353","code":"USD","symbol":"$"}""")],
        "payments" => Enumerable.Range(1, 3).Select(n => Row($$"""{"id":"{{Guid.CreateVersion7()}}","lineNumber":{{n * 10000}}}""")),
        _ => [],
    };
}
