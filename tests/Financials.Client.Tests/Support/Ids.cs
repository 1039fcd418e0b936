namespace Financials.Client.Tests.Support;

/// <summary>The ids that the tests use, and their names: tests write <c>{customer}</c> where the wire has its id.</summary>
internal static class Ids
{
    public static readonly Guid Company = new("bb6d48b6-c7b2-4a38-9a93-ad5506407f12");
    public static readonly Guid Customer = new("52a499d6-99d6-52a4-d699-a452d699a452");
    public static readonly Guid Journal = new("41c7d0e9-52b6-4a3f-8d70-96e5f4a3b2c1");
    public static readonly Guid Payment = new("c3d4e5f6-1a2b-4c3d-9e8f-7a6b5c4d3e2f");
    public static readonly Guid Invoice = new("0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b6a");
    public static readonly Guid Term = new("292944c5-44c5-2929-c544-2929c5442929");
    public static readonly Guid Method = new("19caf68e-f68e-19ca-8ef6-ca198ef6ca19");
    public static readonly Guid Shipment = new("29227862-7862-2922-6278-222962782229");
    public static readonly Guid Currency = new("5323df69-df69-5323-69df-235369df2353");
    public static readonly Guid Dimension = new("6d9c5f2e-1b47-4f0a-8c3d-2e7a90b41c65");
    public static readonly Guid Value = new("b07e4a91-3c5d-4e86-9f12-7d8c6a5b4e33");
    public static readonly Guid Other = new("e21f7d60-8a4b-4c93-b5e7-0f6a1d2c3b48");
    public static readonly Guid Attachment = new("b282a6f1-bfe3-4a11-aa60-000d3ad7cacb");

    private static readonly (string Name, Guid Id)[] All =
    [
        ("{company}", Company),
        ("{customer}", Customer),
        ("{journal}", Journal),
        ("{payment}", Payment),
        ("{invoice}", Invoice),
        ("{term}", Term),
        ("{method}", Method),
        ("{shipment}", Shipment),
        ("{currency}", Currency),
        ("{dimension}", Dimension),
        ("{value}", Value),
        ("{other}", Other),
        ("{attachment}", Attachment),
    ];

    /// <summary>The text with names for ids.</summary>
    public static string Named(string text) =>
        All.Aggregate(text, (so, known) => so.Replace(known.Id.ToString(), known.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with ids for names.</summary>
    public static string Real(string text) =>
        All.Aggregate(text, (so, known) => so.Replace(known.Name, known.Id.ToString(), StringComparison.Ordinal));

    /// <summary>
    /// The request's first line as the documents print it: <c>GET /financials/companies/{company}/customers?$top=1</c>. Its query
    /// is decoded, and its options are sorted, because their order means nothing.
    /// </summary>
    public static string LineOf(RecordedRequest request)
    {
        Assert.That(request.Target.GetLeftPart(UriPartial.Path), Does.StartWith(TestClients.BaseAddress.AbsoluteUri));
        var path = request.Target.AbsolutePath[new Uri(TestClients.BaseAddress, ".").AbsolutePath.TrimEnd('/').Length..];
        var options = request.Target.Query.TrimStart('?').Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal);
        var query = request.Target.Query is "" ? "" : "?" + string.Join('&', options);
        return Named($"{request.Method} {path}{query}");
    }
}
