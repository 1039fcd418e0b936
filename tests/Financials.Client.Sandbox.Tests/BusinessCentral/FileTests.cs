using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Attachments of payments and invoices, and the printed form of invoices.</summary>
[TestFixture]
public sealed class FileTests
{
    private CentralBench _bench = null!;
    private JsonObject _payment = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await CentralBench.StartAsync();
        _payment = await _bench.CreateAsync(_bench.Payments, """{"customerNumber":"21000","amount":-1}""");
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Attachment_OfAPayment_TakesBytesAndGivesThem()
    {
        var created = await CreateAsync($"{_payment["id"]}", "Journal", "remittance.txt");
        var address = $"{created["attachmentContent@odata.mediaEditLink"]}";
        var early = await BytesAsync(HttpMethod.Patch, address, "Hello", null);
        var written = await BytesAsync(HttpMethod.Patch, address, "Hello", $"{created["@odata.etag"]}");
        var stale = await BytesAsync(HttpMethod.Patch, address, "Again", $"{created["@odata.etag"]}");
        var read = await BytesAsync(HttpMethod.Get, address, null, null);
        var after = await _bench.GetAsync($"/attachments({created["id"]})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{created["fileName"]} {created["byteSize"]} {created["parentType"]}", Is.EqualTo("remittance.txt 0 Journal"));
            Assert.That((early.Status, written.Status, stale.Status), Is.EqualTo((400, 204, 409)));
            Assert.That((read.Text, read.ContentType), Is.EqualTo(("Hello", "application/octet-stream")));
            Assert.That($"{after["byteSize"]}", Is.EqualTo("5"));
            Assert.That(await _bench.ListAsync($"/attachments?$filter=parentId eq {_payment["id"]}", "id"), Is.EqualTo($"{created["id"]}"));
        }
    }

    [Test]
    public async Task Attachment_OfAnInvoice_IsBehindIt()
    {
        var invoice = $"{_bench.Company.SalesInvoices[0].Id}";
        var created = await CreateAsync(invoice, "Sales_x0020_Invoice", "bad/name.txt");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{created["fileName"]}", Is.EqualTo("filename.txt"), "without a word");
            Assert.That(await _bench.ListAsync($"/salesInvoices({invoice})/attachments", "parentType"), Is.EqualTo("Sales_x0020_Invoice"));
            Assert.That((await _bench.GetAsync($"/salesInvoices({invoice})?$expand=attachments"))["attachments"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Attachment_OfAPostedPayment_IsGoneWithIt()
    {
        var created = await CreateAsync($"{_payment["id"]}", "Journal", "remittance.txt");
        _bench.Company.PostJournal(_bench.Documented.JournalId);
        Assert.That((await _bench.SendAsync($"GET /attachments({created["id"]})")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Attachment_AgainstARule_IsRefused()
    {
        var customer = _bench.Company.Customers[0].Id;
        var created = await CreateAsync($"{_payment["id"]}", "Journal", "a.txt");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (await _bench.SendAsync("POST /attachments", $$"""{"parentId":"{{customer}}","parentType":"Customer","fileName":"a.txt"}""")).Message,
                Is.EqualTo("Parent type Customer is not supported. Use documentAttachments API instead."));
            Assert.That((await _bench.SendAsync("GET /attachments")).Status, Is.EqualTo(400));
            Assert.That(
                (await _bench.SendAsync($"PATCH /attachments({created["id"]})", $$"""{"parentId":"{{customer}}"}""", ("If-Match", "*"))).Message,
                Is.EqualTo("You cannot change the value of the key field Document Id."));
        }
    }

    [Test]
    public async Task PdfDocument_OfAnInvoice_IsAPdf()
    {
        var invoice = $"/salesInvoices({_bench.Company.SalesInvoices[0].Id})";
        var document = await _bench.GetAsync($"{invoice}/pdfDocument");
        var pdf = await BytesAsync(HttpMethod.Get, $"{document["pdfDocumentContent@odata.mediaReadLink"]}", null, null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{document["parentType"]}", Is.EqualTo("Sales_x0020_Invoice"));
            Assert.That(pdf.Text, Does.StartWith("%PDF-1.4").And.Contain(_bench.Company.SalesInvoices[0].Number!));
            Assert.That(pdf.ContentType, Is.EqualTo("application/pdf"));
            Assert.That((await _bench.SendAsync($"DELETE {invoice}/pdfDocument/pdfDocumentContent")).Status, Is.EqualTo(405));
        }
    }

    private Task<JsonObject> CreateAsync(string parentId, string parentType, string fileName) =>
        _bench.CreateAsync("/attachments", $$"""{"parentId":"{{parentId}}","parentType":"{{parentType}}","fileName":"{{fileName}}"}""");

    private async Task<(int Status, string Text, string? ContentType)> BytesAsync(HttpMethod method, string address, string? body, string? version)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", _bench.Sandbox.Token) } };
        using var request = new HttpRequestMessage(method, address);
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }
}
