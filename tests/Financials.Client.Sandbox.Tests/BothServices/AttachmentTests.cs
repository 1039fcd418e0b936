using System.Text;

namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>What only Business Central's API v2.0 has: files of invoices and payments, and printed invoices.</summary>
[TestFixture]
public sealed class AttachmentTests
{
    private static readonly byte[] File = [.. "\uFEFFPaid: 5,00 €"u8, 0xFF, 0x00, 0x0D];

    private ServiceBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await ServiceBench.StartAsync(ServedAs.BusinessCentral);

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Pdf_OfAnInvoice_IsAPdfThatNamesIt()
    {
        var invoice = _bench.OpenInvoice;

        var pdf = await _bench.Company.SalesInvoices[invoice.Id!.Value].GetPdfAsync();

        Assert.That(Encoding.ASCII.GetString(pdf), Does.StartWith("%PDF-").And.Contain(invoice.Number!));
    }

    [Test]
    public async Task Pdf_ServiceUnavailableOnce_IsRetried()
    {
        _bench.Sandbox.Faults.Add(SandboxFault.Fail(503).On("GET", "*/pdfDocumentContent").Times(1));

        var pdf = await _bench.Company.SalesInvoices[_bench.OpenInvoice.Id!.Value].GetPdfAsync();

        Assert.That(pdf, Is.Not.Empty);
    }

    [Test]
    public void Pdf_OfNoInvoice_IsNotFound() =>
        Assert.That(() => _bench.Company.SalesInvoices[Guid.NewGuid()].GetPdfAsync(), Throws.InstanceOf<FinancialsNotFoundException>());

    [TestCase(true)]
    [TestCase(false)]
    public async Task Attachment_CreatedReadChangedAndDeleted_IsWhatWasSaid(bool isOfAPayment)
    {
        var (attachments, parent, type) = await AttachmentsAsync(isOfAPayment);
        var created = await attachments.UploadAsync(new() { FileName = "remittance.csv" }, File);
        var content = await attachments.GetContentAsync(created.Id!.Value);
        var renamed = await attachments.UpdateAsync(created with { FileName = "paid.csv" });
        var emptied = await attachments.SetContentAsync(renamed, ReadOnlyMemory<byte>.Empty);
        var stale = await Assert.ThrowsAsync<FinancialsStaleException>(() => attachments.SetContentAsync(created, File));
        var empty = await attachments.GetContentAsync(created.Id.Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((created.FileName, created.ByteSize, created.ParentId, created.ParentType), Is.EqualTo(("remittance.csv", File.Length, parent, type)));
            Assert.That(content, Is.EqualTo(File));
            Assert.That((renamed.FileName, renamed.ByteSize), Is.EqualTo(("paid.csv", File.Length)));
            Assert.That((emptied.FileName, emptied.ByteSize), Is.EqualTo(("paid.csv", 0)));
            Assert.That(empty, Is.Empty);
            Assert.That(stale.Current, Is.EqualTo(emptied));
            Assert.That(await attachments.GetAsync(created.Id.Value), Is.EqualTo(emptied));
            Assert.That(await attachments.ToListAsync(), Is.EqualTo(new[] { emptied }));
            Assert.That(await attachments.Where(attachment => attachment.FileName == "remittance.csv").ToListAsync(), Is.Empty);
        }

        await attachments.DeleteAsync(emptied);
        Assert.That(await attachments.ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task Attachments_OfAPayment_AreNotThoseOfAnother()
    {
        var (one, _, _) = await AttachmentsAsync(isOfAPayment: true);
        var (other, _, _) = await AttachmentsAsync(isOfAPayment: true);

        await one.CreateAsync(new() { FileName = "a.txt" });

        Assert.That(((await one.ToListAsync()).Count, (await other.ToListAsync()).Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Attachment_OfAnInvalidName_IsStoredAsTheServiceCallsIt()
    {
        var (attachments, _, _) = await AttachmentsAsync(isOfAPayment: false);

        Assert.That((await attachments.UploadAsync(new() { FileName = "a/b.txt" }, File)).FileName, Is.EqualTo("filename.txt"));
    }

    [Test]
    public async Task Content_WhoseResponseIsLost_IsStoredOnce()
    {
        var (attachments, _, _) = await AttachmentsAsync(isOfAPayment: true);
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("PATCH", "*/attachmentContent").Times(1));

        var created = await attachments.UploadAsync(new() { FileName = "a.txt" }, File);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.ByteSize, Is.EqualTo(File.Length));
            Assert.That(await attachments.GetContentAsync(created.Id!.Value), Is.EqualTo(File));
            Assert.That(await attachments.ToListAsync(), Is.EqualTo(new[] { created }));
        }
    }

    [Test]
    public async Task Attachment_WhoseResponseIsLost_IsNotSentAgain()
    {
        var (attachments, _, _) = await AttachmentsAsync(isOfAPayment: true);
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/attachments").Times(1));

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => attachments.UploadAsync(new() { FileName = "a.txt" }, File));

        Assert.That((_bench.Posts("/attachments"), (await attachments.ToListAsync()).Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Content_ThatIsRefused_LeavesAnAttachmentThatTakesItLater()
    {
        var (attachments, _, _) = await AttachmentsAsync(isOfAPayment: false);
        _bench.Sandbox.Faults.Add(SandboxFault.Fail(400).On("PATCH", "*/attachmentContent").Times(1));

        var error = await Assert.CatchAsync<FinancialsException>(() => attachments.UploadAsync(new() { FileName = "a.txt" }, File));
        var created = (await attachments.ToListAsync()).Single();
        var stored = await attachments.SetContentAsync(created, File);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Message, Does.StartWith($"The attachment {created.Id} was created, but storing its content failed."));
            Assert.That((created.ByteSize, stored.ByteSize), Is.EqualTo((0, File.Length)));
        }
    }

    private async Task<(AttachmentsClient Attachments, Guid? Parent, AttachmentParentType Type)> AttachmentsAsync(bool isOfAPayment)
    {
        if (!isOfAPayment)
        {
            var invoice = _bench.OpenInvoice.Id!.Value;
            return (_bench.Company.SalesInvoices[invoice].Attachments, invoice, AttachmentParentType.SalesInvoice);
        }

        var payment = await _bench.Journal.Payments.CreateAsync(new() { CustomerNumber = "21000", Amount = -5m });
        return (_bench.Journal.Payments[payment.Id!.Value].Attachments, payment.Id, AttachmentParentType.Journal);
    }
}
