using Financials.Client.Generated.BusinessCentral;
using Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId.AttachmentsWithAttachmentId.AttachmentContent;
using Financials.Client.Kiota;
using Financials.Client.Tests.Support;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Requests whose body is bytes: what is sent is what was given.</summary>
public sealed class StreamContentTests
{
    private static readonly AttachmentContentRequestBuilder Content = new BusinessCentralApi(KiotaRequests.Adapter(TestClients.BaseAddress))
        .CompaniesWithCompanyId(Ids.Company).AttachmentsWithAttachmentId(Ids.Attachment).AttachmentContent;

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(300_000)]
    public void Body_OfBytes_IsTheseBytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        var (method, address, body) = KiotaRequests.Read(Request(bytes));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(method, Is.EqualTo(HttpMethod.Patch));
            Assert.That(
                Ids.Named(address.AbsoluteUri),
                Is.EqualTo("https://service.example/beta/financials/companies({company})/attachments({attachment})/attachmentContent"));
            Assert.That(body, Is.EqualTo(bytes));
        }
    }

    [Test]
    public void Body_OfBytes_SaysItsForm() => Assert.That(FormOf(Request([1])), Is.EqualTo("application/octet-stream"));

    [Test]
    public void Form_ThatTheCallerHasChosen_IsKept()
    {
        using var stream = new MemoryStream([1]);

        var request = Content.ToPatchRequestInformation(stream, configuration => configuration.Headers.Add("Content-Type", "image/png"));

        Assert.That(FormOf(request), Is.EqualTo("image/png"));
    }

    [Test]
    public void Body_OfARequestWithoutOne_IsNull() => Assert.That(KiotaRequests.BodyOf(Content.ToGetRequestInformation()), Is.Null);

    private static RequestInformation Request(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Content.ToPatchRequestInformation(stream);
    }

    /// <summary>One runtime has a text for each header, the other several.</summary>
    private static string FormOf(RequestInformation request)
    {
        var forms = from header in request.Headers where header.Key == "Content-Type" select (object)header.Value;
        return string.Join(" | ", forms.Select(form => form as string ?? string.Join(" | ", (IEnumerable<string>)form)));
    }
}
