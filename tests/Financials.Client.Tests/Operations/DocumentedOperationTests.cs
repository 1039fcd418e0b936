using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>The five documented operations send what their documents print and take every answer that says "done".</summary>
public class DocumentedOperationTests
{
    private static readonly string Found = $$"""{"value":[{{DocumentedOperations.AddReference.Answer}}]}""";

    private static IEnumerable<TestCaseData> Examples() => DocumentedOperations.All.Select(o => new TestCaseData(o).SetArgDisplayNames(o.Line));

    private static IEnumerable<TestCaseData> AnswersWithBody() =>
        from operation in DocumentedOperations.All
        from status in (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.OK]
        select new TestCaseData(operation, status).SetArgDisplayNames(operation.Line, ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [TestCaseSource(nameof(Examples))]
    public async Task Operation_DocumentedExample_SendsTheDocumentedRequest(object operation)
    {
        var documented = (DocumentedOperation)operation;
        using var transport = ScriptedTransport.Answering(documented.Answer, HttpStatusCode.Created);

        await documented.RunAsync(transport);

        var request = transport.Requests.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids.Named($"{request.Method} {request.Target.PathAndQuery}"), Is.EqualTo(documented.Line.Replace(" /", " /beta/", StringComparison.Ordinal)));
            Assert.That(request.Headers["Authorization"], Is.EqualTo("Bearer token"));
            Assert.That(request.Headers["Content-Type"], Is.EqualTo("application/json"));
            JsonAssert.AreEqual(request.Body, documented.Request);
        }
    }

    [TestCaseSource(nameof(AnswersWithBody))]
    public async Task Operation_AnsweredWithTheEntity_ReturnsIt(object operation, HttpStatusCode status)
    {
        var documented = (DocumentedOperation)operation;
        using var transport = ScriptedTransport.Answering(documented.Answer, status);

        Assert.That(await documented.RunAsync(transport), Is.EqualTo(documented.Read));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AddReferenceAsync_AnsweredWithoutTheCustomer_LooksItUpByItsNumber()
    {
        using var transport = NoContentThen(Found);

        var added = await DocumentedOperations.AddReference.RunAsync(transport);

        Assert.That(added, Is.EqualTo(DocumentedOperations.AddReference.Read));
        Assert.That(transport.Requests.Select(Ids.LineOf), Is.EqualTo((string[])
        [
            DocumentedOperations.AddReference.Line,
            "GET /financials/companies/{company}/customers?$filter=number eq '20000'&$top=2",
        ]));
    }

    [TestCase("""{"value":[]}""", TestName = "AddReferenceAsync_LookUpFindsNothing_ReturnsNull")]
    [TestCase("""{"value":[{"number":"10000"}]}""", TestName = "AddReferenceAsync_LookUpFindsAnotherNumber_ReturnsNull")]
    [TestCase("""{"value":[{"displayName":"No number"}]}""", TestName = "AddReferenceAsync_LookUpFindsNoNumber_ReturnsNull")]
    public async Task AddReferenceAsync_LookUpFails_ReturnsNull(string answer)
    {
        using var transport = NoContentThen(answer);

        Assert.That(await DocumentedOperations.AddReference.RunAsync(transport), Is.Null);
    }

    [Test]
    public async Task AddReferenceAsync_AnsweredWithoutACustomerThatHasNoNumber_ReturnsNullAndAsksNothing()
    {
        using var transport = NoContentThen(Found);
        var withoutNumber = DocumentedOperations.AddReference with { Sent = (Customer)DocumentedOperations.AddReference.Sent with { Number = null } };

        Assert.That(await withoutNumber.RunAsync(transport), Is.Null);
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AddReferenceAsync_NumberStoredInUpperCase_IsFound()
    {
        using var transport = NoContentThen(Found.Replace("\"20000\"", "\"C-20\"", StringComparison.Ordinal));
        var lowerCase = DocumentedOperations.AddReference with { Sent = (Customer)DocumentedOperations.AddReference.Sent with { Number = "c-20" } };

        Assert.That(await lowerCase.RunAsync(transport), Is.EqualTo((Customer)DocumentedOperations.AddReference.Read with { Number = "C-20" }));
    }

    [Test]
    public async Task CreateOnInvoice_AnsweredWithoutTheCustomer_ReadsTheNavigation()
    {
        var operation = DocumentedOperations.CreateOnInvoice;
        using var transport = NoContentThen(operation.Answer);

        Assert.That(await operation.RunAsync(transport), Is.EqualTo(operation.Read));
        Assert.That(transport.Requests, Has.Count.EqualTo(3));
        Assert.That(Ids.LineOf(transport.Requests[^1]), Is.EqualTo(operation.Line.Replace("POST", "GET", StringComparison.Ordinal)));
    }

    [Test]
    public async Task CreateOfPayment_AnsweredWithoutThePayment_SaysThatItMayExist([Values] bool atItsAddress)
    {
        using var transport = NoContentThen("");
        var operation = atItsAddress ? DocumentedOperations.CreateAtAddress : DocumentedOperations.CreatePayment;

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => operation.RunAsync(transport));

        Assert.That(error.Message, Does.Contain("but did not return it. Read it back before you go on."));
        Assert.That(transport.Requests.Count(request => request.Method == "POST"), Is.EqualTo(1));
    }

    /// <summary>The POST is answered 204, whatever is asked next with this JSON.</summary>
    private static ScriptedTransport NoContentThen(string answer) => new(request =>
        request.Method == "POST" ? new HttpResponseMessage(HttpStatusCode.NoContent) : ScriptedTransport.Json(answer));
}
