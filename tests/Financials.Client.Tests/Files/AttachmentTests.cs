using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Files;

/// <summary>The descriptions of attachments: where they are, and what a create says.</summary>
[CancelAfter(20_000)]
public class AttachmentTests
{
    private static readonly string Page = $$"""{"value":[{{FileBench.Described}}]}""";

    [Test]
    public async Task Attachments_OfAnInvoice_AreFoundBehindItAndChangedInTheFlatSet(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(request => request.Target.AbsolutePath.EndsWith("/attachments", StringComparison.Ordinal) && request.Method == "GET"
            ? ScriptedTransport.Json(Page)
            : request.Method == "DELETE" ? FileBench.Nothing() : ScriptedTransport.Json(FileBench.Described));
        using var client = FileBench.Client(transport);
        var attachments = client.Invoice().Attachments;

        var listed = await attachments.ToListAsync(guard);
        var found = await attachments.Where(attachment => attachment.FileName == "a.pdf").OrderBy(attachment => attachment.ByteSize).ToListAsync(guard);
        var created = await attachments.CreateAsync(new() { FileName = "a.pdf" }, guard);
        var read = await attachments.GetAsync(Ids.Attachment, guard);
        await attachments.UpdateAsync(read with { FileName = "b.pdf" }, cancellationToken: guard);
        await attachments.DeleteAsync(read, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((listed.Single(), found.Single(), created, read), Is.EqualTo((FileBench.Read, FileBench.Read, FileBench.Read, FileBench.Read)));
            Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])
            [
                "GET /salesInvoices({invoice})/attachments",
                "GET /salesInvoices({invoice})/attachments?$filter=fileName eq 'a.pdf'&$orderby=byteSize",
                "POST /salesInvoices({invoice})/attachments",
                "GET /attachments({attachment})",
                "PATCH /attachments({attachment})",
                "DELETE /attachments({attachment})",
            ]));
            Assert.That(transport.Requests[2].Body, Is.EqualTo("""{"fileName":"a.pdf"}"""));
            Assert.That(transport.Requests[4].Body, Is.EqualTo("""{"fileName":"b.pdf"}"""));
            Assert.That((transport.Requests[4].Headers["If-Match"], transport.Requests[5].Headers["If-Match"]), Is.EqualTo(("W/\"1\"", "W/\"1\"")));
        }
    }

    [Test]
    public async Task Attachments_OfAPayment_AreFoundByAFilterAndSayTheirParent(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Json(request.Method == "GET" ? Page : FileBench.Described));
        using var client = FileBench.Client(transport);
        var attachments = client.Payment().Attachments;

        await attachments.ToListAsync(guard);
        await attachments.Where(attachment => attachment.FileName == "a.pdf" || attachment.FileName == "b.pdf").ToListAsync(guard);
        await attachments.CreateAsync(new() { FileName = "a.pdf" }, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(FileBench.Lines(transport.Requests), Is.EqualTo((string[])
            [
                "GET /attachments?$filter=parentId eq {payment}",
                "GET /attachments?$filter=parentId eq {payment} and (fileName eq 'a.pdf' or fileName eq 'b.pdf')",
                "POST /attachments",
            ]));
            JsonAssert.AreEqual(transport.Requests[2].Body, Ids.Real("""{"parentId":"{payment}","fileName":"a.pdf","parentType":"Journal"}"""));
        }
    }

    /// <summary>A wire model is used again for the next create, and the payment's id must not go with it.</summary>
    [Test]
    public async Task Create_ForAnInvoiceAfterOneForAPayment_NamesNoParent(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => ScriptedTransport.Json(FileBench.Described, HttpStatusCode.Created));
        using var client = FileBench.Client(transport);

        await client.Payment().Attachments.CreateAsync(new() { FileName = "a.pdf" }, guard);
        await client.Invoice().Attachments.CreateAsync(FileBench.Read, guard);

        Assert.That(transport.Requests[1].Body, Is.EqualTo("""{"fileName":"a.pdf"}"""));
    }

    [TestCase("")]
    [TestCase(null)]
    public async Task Create_WithoutAFileName_SendsNothing(string? name, CancellationToken guard)
    {
        using var transport = ScriptedTransport.Echo();
        using var client = FileBench.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Invoice().Attachments.CreateAsync(new() { FileName = name }, guard));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Invoice().Attachments.UploadAsync(new() { FileName = name }, new byte[1], guard));

        Assert.That(transport.Requests, Is.Empty);
    }

    /// <summary>Two files of one name may hang off one invoice, so nothing tells whether the first request made one.</summary>
    [TestCase(503)]
    [TestCase(504)]
    public async Task Create_WithAnUnclearOutcome_IsNotRetried(int status, CancellationToken guard)
    {
        using var transport = new ScriptedTransport(_ => FileBench.Nothing((HttpStatusCode)status));
        using var client = FileBench.Client(transport);

        var unknown = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => client.Invoice().Attachments.UploadAsync(new() { FileName = "a.pdf" }, new byte[1], guard));

        Assert.That(unknown.Message, Does.Contain("It has no key of its own to look it up by, so it was not retried"));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Count_WhichTheServiceDoesNotHave_ReadsTheIdsAndCountsThem()
    {
        using var transport = ScriptedTransport.Answering($$"""{"value":[{"id":"{{Ids.Customer}}"},{"id":"{{Ids.Journal}}"}]}""");
        using var client = FileBench.Client(transport);

        Assert.That(await client.Invoice().Attachments.Where(a => a.FileName == "a.pdf").OrderBy(a => a.FileName).Take(1).CountAsync(), Is.EqualTo(2));
        Assert.That(Uri.UnescapeDataString(transport.Requests.Single().Target.Query), Does.Contain("fileName eq 'a.pdf'").And.EndWith("$select=id"));
    }
}
