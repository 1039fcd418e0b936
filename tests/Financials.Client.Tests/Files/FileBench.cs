using System.Net;
using System.Net.Http.Headers;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Files;

/// <summary>Clients of Business Central on default options, and responses that hold bytes.</summary>
internal static class FileBench
{
    private const string Company = "/v2.0/contoso.com/production/api/v2.0/companies({company})";

    public static readonly string Described = Ids.Real(
        """{"@odata.etag":"W/\"1\"","id":"{attachment}","parentId":"{invoice}","fileName":"a.pdf","byteSize":0,"parentType":"Sales_x0020_Invoice"}""");

    public static readonly Attachment Read = FinancialsModelFactory.Attachment(
        new() { FileName = "a.pdf" }, Ids.Attachment, "W/\"1\"", 0, Ids.Invoice, AttachmentParentType.SalesInvoice);

    public static FinancialsClient Client(HttpMessageHandler transport, Action<FinancialsClientOptions>? configure = null)
    {
        var options = new FinancialsClientOptions { Transport = transport, TimeProvider = new ManualTime { SkipsDelays = true } };
        configure?.Invoke(options);
        return TestClients.BusinessCentral(options);
    }

    public static SalesInvoiceClient Invoice(this FinancialsClient client) => client.Companies[Ids.Company].SalesInvoices[Ids.Invoice];

    public static JournalPaymentClient Payment(this FinancialsClient client) => client.Companies[Ids.Company].PaymentJournals[Ids.Journal].Payments[Ids.Payment];

    /// <summary>A response that holds bytes.</summary>
    public static HttpResponseMessage Bytes(ReadOnlySpan<byte> bytes, string? type = "application/octet-stream") => new(HttpStatusCode.OK)
    {
        Content = new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type) } },
    };

    public static HttpResponseMessage Nothing(HttpStatusCode status = HttpStatusCode.NoContent) => new(status);

    public static HttpResponseMessage Changed() =>
        ScriptedTransport.Json("""{"error":{"code":"Request_EntityChanged","message":"Another user has changed it."}}""", HttpStatusCode.Conflict);

    /// <summary>Requests below the company, as <c>GET /attachments({attachment})</c>.</summary>
    public static IEnumerable<string> Lines(IEnumerable<RecordedRequest> requests) => requests.Select(request =>
        $"{request.Method} {Ids.Named(Uri.UnescapeDataString(request.Target.PathAndQuery)).Replace(Company, "", StringComparison.Ordinal)}");
}
