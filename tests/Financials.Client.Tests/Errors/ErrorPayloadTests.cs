using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>The shapes in which services and gateways explain a failure, and where each explanation ends up.</summary>
public class ErrorPayloadTests
{
    private const string Id = "94fb3b52-452a-4535-a601-69e0a90e3aa2";
    private const string HeaderId = "11111111-2222-3333-4444-555555555555";

    private static readonly (string Name, string Body, string? Code, string? Message, string? RequestId, string? CorrelationId)[] Shapes =
    [
        ("BC", $$$"""{"error":{"code":"BadRequest","message":"No.  CorrelationId:  {{{Id}}}."}}""", "BadRequest", "No.", null, Id),
        ("BC without an id", """{"error":{"code":"BadRequest","message":"No."}}""", "BadRequest", "No.", null, null),
        ("BC, id in the middle", $$$"""{"error":{"code":"BadRequest","message":"CorrelationId: {{{Id}}} is unknown."}}""", "BadRequest", $"CorrelationId: {Id} is unknown.", null, null),
        ("BC, several lines", """{"error":{"code":"BadRequest","message":"One.\r\n\tTwo."}}""", "BadRequest", "One. Two.", null, null),
        ("Graph, innerError, request-id", $$$$"""{"error":{"code":"c","message":"m","innerError":{"request-id":"{{{{Id}}}}"}}}""", "c", "m", Id, null),
        ("Graph, innererror, request-id", $$$$"""{"error":{"code":"c","message":"m","innererror":{"request-id":"{{{{Id}}}}"}}}""", "c", "m", Id, null),
        ("Graph, innerError, requestId", $$$$"""{"error":{"code":"c","message":"m","innerError":{"requestId":"{{{{Id}}}}"}}}""", "c", "m", Id, null),
        ("Graph, innererror, requestId", $$$$"""{"error":{"code":"c","message":"m","innererror":{"requestId":"{{{{Id}}}}","date":"2017-03-17"}}}""", "c", "m", Id, null),
        ("Graph, inner code", """{"error":{"code":"TooManyRequests","innerError":{"code":"429"},"message":"m"}}""", "TooManyRequests", "m", null, null),
        ("OData, target and details", """{"error":{"code":"c","message":"m","target":"t","details":[{"code":"d","message":"n","target":"u"}]}}""", "c", "m", null, null),
        ("Code alone", """{"error":{"code":"c"}}""", "c", null, null, null),
        ("Empty texts", """{"error":{"code":"","message":"","innerError":null}}""", null, null, null, null),
        ("Members of other types", """{"error":{"code":400,"message":{"value":"m"},"innerError":"i"}}""", null, null, null, null),
        ("Batch", """{"Message":"No HTTP resource was found."}""", null, "No HTTP resource was found.", null, null),
        ("Array", "[1]", null, null, null, null),
        ("Null", "null", null, null, null, null),
        ("Byte order mark", "\uFEFF" + """{"error":{"code":"c","message":"m"}}""", "c", "m", null, null),
        ("HTML", "<html><body>Bad gateway</body></html>", null, null, null, null),
        ("Empty", "", null, null, null, null),
        ("Truncated", """{"error":{"code":"c","message":"m""", null, null, null, null),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        Shapes.Select(s => new TestCaseData(s.Body, s.Code, s.Message, s.RequestId, s.CorrelationId).SetArgDisplayNames(s.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task Body_OfAnyShape_IsReadAsFarAsItGoes(string body, string? code, string? message, string? requestId, string? correlationId)
    {
        var error = await FailedCall.Read("", 500, body).FailAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error, Is.TypeOf<FinancialsUnavailableException>());
            Assert.That(error.Status, Is.EqualTo(500));
            Assert.That(error.Code, Is.EqualTo(code));
            Assert.That(error.ServiceMessage, Is.EqualTo(message));
            Assert.That(error.RequestId, Is.EqualTo(requestId));
            Assert.That(error.CorrelationId, Is.EqualTo(correlationId));
            Assert.That(error.Method, Is.EqualTo("GET"));
            Assert.That(Ids.Named(error.Path!), Is.EqualTo("/beta/financials/companies/{company}/customers/{customer}"));
            Assert.That(error.Message.ReplaceLineEndings("\n"), Does.Not.Contain("\n"));
            Assert.That(error.Message, Does.Not.Contain($"CorrelationId:  {Id}"));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Ids_WhereTheBodyHasNone_AreThoseOfTheHeaders(string body, string? code, string? message, string? requestId, string? correlationId)
    {
        var failed = FailedCall.Read("", 500, body) with
        {
            Headers = new Dictionary<string, string> { ["request-id"] = HeaderId, ["ms-correlation-x"] = $"x-{HeaderId}" },
        };

        var error = await failed.FailAsync();

        Assert.That(error.RequestId, Is.EqualTo(requestId ?? HeaderId));
        Assert.That(error.CorrelationId, Is.EqualTo(correlationId ?? $"x-{HeaderId}"));
        Assert.That((error.Code, error.ServiceMessage), Is.EqualTo((code, message)));
    }

    [TestCase(404, "BadRequest_ResourceNotFound", typeof(FinancialsNotSupportedException))]
    [TestCase(404, null, typeof(FinancialsNotFoundException))]
    [TestCase(400, "Internal_DataNotFoundFilter", typeof(FinancialsNotFoundException))]
    [TestCase(405, null, typeof(FinancialsNotSupportedException))]
    [TestCase(501, null, typeof(FinancialsNotSupportedException))]
    [TestCase(400, "Internal_EntityWithSameKeyExists", typeof(FinancialsDuplicateException))]
    [TestCase(409, "Internal_EntityWithSameKeyExists", typeof(FinancialsDuplicateException))]
    [TestCase(409, "Request_EntityChanged", typeof(FinancialsStaleException))]
    [TestCase(412, null, typeof(FinancialsStaleException))]
    [TestCase(400, "BadRequest_InvalidToken", typeof(FinancialsStaleException))]
    [TestCase(400, "Application_FieldValidationException", typeof(FinancialsValidationException))]
    [TestCase(400, "Internal_InvalidTableRelation", typeof(FinancialsValidationException))]
    [TestCase(400, null, typeof(FinancialsValidationException))]
    [TestCase(401, null, typeof(FinancialsUnauthorizedException))]
    [TestCase(403, null, typeof(FinancialsUnauthorizedException))]
    [TestCase(408, null, typeof(FinancialsUnavailableException))]
    [TestCase(429, null, typeof(FinancialsThrottledException))]
    [TestCase(503, null, typeof(FinancialsUnavailableException))]
    [TestCase(504, null, typeof(FinancialsUnavailableException))]
    public async Task Failure_ByItsCodeAndStatus_HasTheTypeACallerWouldCatch(int status, string? code, Type type)
    {
        var error = await FailedCall.Read("", status, code is null ? "" : $$$"""{"error":{"code":"{{{code}}}","message":"m"}}""").FailAsync();

        Assert.That(error, Is.TypeOf(type));
    }

    [TestCase("2.128", 2128)]
    [TestCase("30", 30_000)]
    [TestCase("0", 0)]
    [TestCase("soon", null)]
    [TestCase("Fri, 17 Mar 2017 19:02:22 GMT", 0)]
    public async Task RetryAfter_InAnyForm_IsReadFromTheHeader(string header, int? milliseconds)
    {
        var error = await (FailedCall.Create("", 429, "") with { Headers = new Dictionary<string, string> { ["Retry-After"] = header } }).FailAsync();

        Assert.That(error.RetryAfter?.TotalMilliseconds, Is.EqualTo(milliseconds));
    }
}
