using System.Net;
using System.Text;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>Whatever a failed request answers, its status reaches the caller, and so does the service's own explanation.</summary>
public class RefusedRequestTests
{
    private static readonly TestCaseData[] Answers =
    [
        new TestCaseData(
            400,
            "application/json",
            """{"error":{"code":"Internal_EntityWithSameKeyExists","message":"The record in table Customer already exists.  CorrelationId:  2c074c12-1644-4f2c-befb-efd681f5a595."}}""",
            "Internal_EntityWithSameKeyExists",
            "The record in table Customer already exists.").SetArgDisplayNames("BC error"),
        new TestCaseData(
            503,
            "application/json; odata.metadata=minimal",
            """{"error":{"code":"TooManyRequests","innerError":{"code":"429","request-id":"94fb3b52"},"message":"Please retry again later."}}""",
            "TooManyRequests",
            "Please retry again later.").SetArgDisplayNames("Graph error"),
        new TestCaseData(404, "application/json", """{"Message":"No HTTP resource was found"}""", null, "No HTTP resource was found").SetArgDisplayNames("Other JSON"),
        new TestCaseData(400, "application/json", """{"error":"not an object"}""", null, null).SetArgDisplayNames("Odd JSON"),
        new TestCaseData(400, "application/json", """{"error":{"code":"Bad""", null, null).SetArgDisplayNames("Truncated JSON"),
        new TestCaseData(502, "text/html", "<html><body>Bad gateway</body></html>", null, null).SetArgDisplayNames("HTML"),
        new TestCaseData(401, null, "", null, null).SetArgDisplayNames("Empty"),
        new TestCaseData(302, null, "", null, null).SetArgDisplayNames("Redirect"),
    ];

    [TestCaseSource(nameof(Answers))]
    public async Task CreateAsync_Refused_ThrowsWithStatusAndCode(int status, string? contentType, string body, string? code, string? message)
    {
        using var transport = new ScriptedTransport(_ => Answer(status, contentType, body));
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(
            () => client.Companies[Guid.NewGuid()].Customers.CreateAsync(new Customer { DisplayName = "Coho" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Status, Is.EqualTo(status));
            Assert.That(error.Code, Is.EqualTo(code));
            Assert.That(error.ServiceMessage, Is.EqualTo(message));
            Assert.That(transport.Requests, Has.Count.EqualTo(1));
        }
    }

    [TestCase("The \"customerNumber\" does not match to a Customer.", ", here customerNumber 99999, and")]
    [TestCase("The \"customerId\" does not match to a Customer.", ", and")]
    [TestCase("The \"description\" is too long.", ", and")]
    [TestCase("The \"lineNumber\" is wrong.", ", and")]
    [TestCase("No.", ", and")]
    public async Task CreateAsync_KeyThatTheServiceDoesNotKnow_IsShownAsItWasSent(string says, string shown)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Error(400, "Application_DialogException", says.Replace("\"", "\\\"", StringComparison.Ordinal)));
        using var client = TestClients.BusinessCentral(transport);
        var payment = new CustomerPayment { CustomerNumber = "99999", Description = "private", LineNumber = 10_000 };

        var error = await Assert.ThrowsAsync<FinancialsValidationException>(
            () => client.Companies[Ids.Company].PaymentJournals[Ids.Journal].Payments.CreateAsync(payment));

        Assert.That(error!.Message, Does.StartWith($"The service refused the request. Correct or leave out what it names{shown} send it again. The service says: {says}"));
    }

    private static HttpResponseMessage Answer(int status, string? contentType, string body)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (contentType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (status == 302)
        {
            response.Headers.Location = new Uri("https://login.example/");
        }

        return response;
    }
}
