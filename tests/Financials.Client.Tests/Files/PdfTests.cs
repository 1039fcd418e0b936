using System.Net;
using System.Text;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Files;

/// <summary>The printed form of an invoice.</summary>
[CancelAfter(20_000)]
public class PdfTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, 0xFF, 0x00, 0xEF, 0xBB, 0xBF];

    [TestCase("application/pdf")]
    [TestCase("application/octet-stream")]
    [TestCase(null)]
    public async Task GetPdfAsync_OfAnInvoice_GivesItsBytes(string? type, CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Bytes(Pdf, type));
        using var client = FileBench.Client(transport);

        var pdf = await client.Invoice().GetPdfAsync(guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pdf, Is.EqualTo(Pdf));
            Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])["GET /salesInvoices({invoice})/pdfDocument/pdfDocumentContent"]));
            Assert.That(transport.Requests[0].Headers["Accept"], Is.EqualTo("application/octet-stream, */*;q=0.5"));
        }
    }

    [Test]
    public async Task GetPdfAsync_ServiceBusyOnce_IsRetried(CancellationToken guard)
    {
        using var transport = new AsyncTransport((_, number, _) => Task.FromResult(
            number == 1 ? FileBench.Nothing(HttpStatusCode.ServiceUnavailable) : FileBench.Bytes(Pdf)));
        using var client = FileBench.Client(transport);

        Assert.That(await client.Invoice().GetPdfAsync(guard), Is.EqualTo(Pdf));
        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }

    /// <summary>Printing is counted, and a copy of the database that can only be read cannot count.</summary>
    [Test]
    public async Task GetPdfAsync_ReadsComeFromACopy_AsksThePrimaryDatabase(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Bytes(Pdf));
        using var client = FileBench.Client(transport, options => options.ReadIntent = ReadIntent.ReadOnly);

        await client.Invoice().GetPdfAsync(guard);

        Assert.That(transport.Requests[0].Headers.Keys, Has.None.EqualTo("Data-Access-Intent"));
    }

    [TestCase("text/html", "<html>Sign in</html>", "The response is a web page")]
    [TestCase("application/json", """{"error":{"code":"Internal_ServerError","message":"No report."}}""", "The service answered with something else than a PDF. The service says: No report.")]
    [TestCase("application/octet-stream", "<html>Sign in</html>", "The service's response is not what its contract says")]
    [TestCase("application/pdf", "%PD", "The service's response is not what its contract says")]
    [TestCase("application/pdf", "", "The service answered with something else than a PDF.")]
    public async Task GetPdfAsync_SuccessThatIsNoPdf_IsAnErrorAfterRetries(string type, string body, string message, CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Bytes(Encoding.UTF8.GetBytes(body), type));
        using var client = FileBench.Client(transport);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Invoice().GetPdfAsync(guard));

        Assert.That(error!.Message, Does.StartWith(message));
        Assert.That(transport.Requests, Has.Count.EqualTo(new ResilienceOptions().MaxRetries + 1));
    }

    [Test]
    public async Task GetPdfAsync_LongerThanTheLimit_IsRefused(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Bytes([.. Pdf, .. new byte[1024]]));
        using var client = FileBench.Client(transport, options => options.MaxResponseBytes = 1024);

        var error = await Assert.CatchAsync<FinancialsException>(() => client.Invoice().GetPdfAsync(guard));

        Assert.That(error!.Message, Does.StartWith("The response is longer than 1024 bytes"));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task GetPdfAsync_OfNoInvoice_IsNotFound(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering("""{"error":{"code":"Internal_RecordNotFound","message":"No."}}""", HttpStatusCode.NotFound);
        using var client = FileBench.Client(transport);

        await Assert.ThrowsAsync<FinancialsNotFoundException>(() => client.Invoice().GetPdfAsync(guard));
    }
}
