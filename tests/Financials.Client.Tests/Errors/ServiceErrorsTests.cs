using System.Security.Authentication;
using Financials.Client.Errors;

namespace Financials.Client.Tests.Errors;

/// <summary>The exceptions of the rarer answers, with what they say.</summary>
public class ServiceErrorsTests
{
    private const string Instead = "Use PaymentJournals instead.";
    private const string NoJournal = "You must specify a journal batch ID or a journal ID to get a journal line.";
    private const string NoOperation = "This service has no such operation. Check the address and the version of the service.";
    private const string NoRecord = "There is no such record. Check the ids of the company and of the record.";
    private const string SomebodyElse = "Somebody else has changed the record since it was read, so nothing was changed.";
    private const string BrokeOff = "The service broke off while it had the request, so it may have executed it.";
    private const string NotCompleted = "The service could not complete the request. Try again later.";
    private const string Redirect = "The service answered with a redirect, which is not followed because the token belongs to the configured address. Check that address.";
    private const string NotExecuted = "The service did not execute the request.";
    private const string Invalid = "The service refused the request. Correct or leave out what it names, and send it again.";

    [TestCase("GET", 400, "BadRequest_MethodNotImplemented", typeof(FinancialsNotSupportedException), NoOperation)]
    [TestCase("GET", 400, "Internal_CompanyNotFound", typeof(FinancialsNotFoundException), NoRecord)]
    [TestCase("GET", 404, "Internal_RecordNotFound", typeof(FinancialsNotFoundException), NoRecord)]
    [TestCase("PATCH", 409, null, typeof(FinancialsStaleException), SomebodyElse)]
    [TestCase("DELETE", 409, null, typeof(FinancialsStaleException), SomebodyElse)]
    [TestCase("POST", 409, null, typeof(FinancialsException), NotExecuted)]
    [TestCase("POST", 408, null, typeof(FinancialsUnavailableException), BrokeOff)]
    [TestCase("POST", 499, null, typeof(FinancialsException), NotExecuted)]
    [TestCase("POST", 500, null, typeof(FinancialsUnavailableException), BrokeOff)]
    [TestCase("GET", 499, null, typeof(FinancialsException), NotExecuted)]
    [TestCase("GET", 500, null, typeof(FinancialsUnavailableException), NotCompleted)]
    [TestCase("GET", 299, null, typeof(FinancialsException), NotExecuted)]
    [TestCase("GET", 300, null, typeof(FinancialsException), Redirect)]
    [TestCase("GET", 399, null, typeof(FinancialsException), Redirect)]
    [TestCase("GET", 400, null, typeof(FinancialsValidationException), Invalid)]
    [TestCase("POST", 413, null, typeof(FinancialsValidationException), Invalid)]
    [TestCase("GET", 418, null, typeof(FinancialsException), NotExecuted)]
    public void Refused_ByMethodStatusAndCode_SaysWhatHappenedAndWhatToDo(string method, int status, string? code, Type type, string says)
    {
        var error = ServiceErrors.Refused(new() { Method = method, Path = "/customers", Status = status, Code = code }, instead: null, body: null);

        Assert.That(error, Is.TypeOf(type));
        Assert.That(error.Message, Does.StartWith(says).And.EndsWith($" [{method} /customers, HTTP {status}{(code is null ? "" : ", " + code)}]"));
    }

    /// <summary>Only an operation that not every service has can be missing where the service says "not found", or that it wants a journal.</summary>
    [TestCase(Instead, 400, NoJournal, typeof(FinancialsNotSupportedException), "The service takes a payment only in a journal, and this address names none. " + Instead)]
    [TestCase(Instead, 400, "Another mistake.", typeof(FinancialsValidationException), Invalid)]
    [TestCase(Instead, 400, null, typeof(FinancialsValidationException), Invalid)]
    [TestCase(Instead, 404, null, typeof(FinancialsNotSupportedException), "This service has no such operation. " + Instead)]
    [TestCase(null, 400, NoJournal, typeof(FinancialsValidationException), Invalid)]
    [TestCase(null, 404, null, typeof(FinancialsNotFoundException), NoRecord)]
    public void Refused_AnOperationThatNotEveryServiceHas_NamesTheCallThatWorks(string? instead, int status, string? message, Type type, string says)
    {
        var error = ServiceErrors.Refused(new() { Method = "POST", Path = "/p", Status = status, ServiceMessage = message }, instead, body: null);

        Assert.That(error, Is.TypeOf(type));
        Assert.That(error.Message, Is.EqualTo($"{says}{(message is null ? "" : $" The service says: {message}")} [POST /p, HTTP {status}]"));
    }

    [TestCase(null, "Wait before you send it again.")]
    [TestCase(2_128, "Wait for 2.128 seconds before you send it again.")]
    [TestCase(2_128.6, "Wait for 2.129 seconds before you send it again.")]
    [TestCase(30_000, "Wait for 30 seconds before you send it again.")]
    public void Refused_TooManyRequests_SaysHowLongToWait(double? milliseconds, string says)
    {
        var asked = milliseconds is { } wait ? TimeSpan.FromMilliseconds(wait) : (TimeSpan?)null;

        var error = ServiceErrors.Refused(new() { Method = "POST", Path = "/p", Status = 429, RetryAfter = asked }, instead: null, body: null);

        Assert.That(error.Message, Is.EqualTo($"The service has had too many requests and did not execute this one. {says} Send fewer at a time. [POST /p, HTTP 429]"));
    }

    [TestCase(HttpRequestError.NameResolutionError, "its name could not be resolved")]
    [TestCase(HttpRequestError.ConnectionError, "no connection could be made")]
    [TestCase(HttpRequestError.SecureConnectionError, "no secure connection could be made")]
    [TestCase(HttpRequestError.ProxyTunnelError, "the proxy refused the connection")]
    [TestCase(HttpRequestError.ResponseEnded, "the response ended too early")]
    [TestCase(HttpRequestError.Unknown, "the connection was lost")]
    public void Unreachable_ByTheKindOfItsCause_SaysWhatFailed(HttpRequestError kind, string says) => Assert.That(
        ServiceErrors.Unreachable(new() { Method = "GET", Path = "/p" }, "https://service.example", new HttpRequestException(kind, "inner")).Message,
        Is.EqualTo($"https://service.example could not be reached ({says}). Check the service's address, the network and the proxy. [GET /p]"));

    [Test]
    public void Unreachable_WithoutAValidCertificate_SaysWhy() => Assert.That(
        ServiceErrors.Unreachable(
            new() { Method = "GET", Path = "/p" },
            "https://service.example",
            new HttpRequestException(HttpRequestError.SecureConnectionError, "TLS", new AuthenticationException("UntrustedRoot"))).Message,
        Does.Contain("(no secure connection could be made: UntrustedRoot)"));

    [TestCase(typeof(IOException), "the connection was lost")]
    [TestCase(typeof(InvalidDataException), "the response could not be decoded")]
    public void Disconnected_ByItsCause_SaysWhatFailed(Type cause, string says) => Assert.That(
        ServiceErrors.Disconnected(new() { Method = "GET", Path = "/p" }, (Exception)Activator.CreateInstance(cause)!).Message,
        Is.EqualTo($"The connection broke off before the response had arrived ({says}). [GET /p]"));

    [TestCase(null, "The service's response is not what its contract says, or was cut off. [GET /p]")]
    [TestCase("points", "The service's response cannot be read into the record: its property points is of another type, or the response was cut off there. [GET /p]")]
    public void Unreadable_WithOrWithoutAProperty_SaysWhatIsKnown(string? property, string says) =>
        Assert.That(ServiceErrors.Unreadable(new() { Method = "GET", Path = "/p" }, property).Message, Is.EqualTo(says));

    [TestCase(null, "Customer.Balance cannot be set in API v2.0, so nothing was sent. Leave it as it was read; null in a new record.")]
    [TestCase("Set its Code.", "Customer.Balance cannot be set in API v2.0, so nothing was sent. Set its Code.")]
    public void NoSuchProperty_WithOrWithoutAnotherWay_SaysWhatToDo(string? instead, string says) =>
        Assert.That(ServiceErrors.NoSuchProperty("Customer.Balance", "API v2.0", instead).Message, Is.EqualTo(says));

    [Test]
    public void Facts_ThatAreNotKnown_AreNotShown() => Assert.That(new FinancialsException("No.").ToString(), Is.EqualTo("Financials.Client.FinancialsException: No."));

    [Test]
    public void Facts_ThatAreKnown_AreShownInTheirOrder()
    {
        var facts = new ErrorFacts
        {
            Method = "GET", Path = "/p", Status = 429, Code = "c", ServiceMessage = "m", RequestId = "r", CorrelationId = "x", ClientRequestId = "i", Attempts = 3,
            RetryAfter = TimeSpan.FromMilliseconds(2_128),
        };

        Assert.That(facts.All(), Is.EqualTo(new (string, string)[]
        {
            ("Request", "GET /p"), ("Status", "429"), ("Code", "c"), ("Service says", "m"), ("Request id", "r"), ("Correlation id", "x"),
            ("Client request id", "i"), ("Attempts", "3"), ("Retry after", "00:00:02.1280000"),
        }));
    }

    [Test]
    public void Canceled_AfterItWasSent_SaysWhatToLookFor()
    {
        var customer = new Customer { Number = "10000" };

        var error = new FinancialsCanceledException(customer, "i", new OperationCanceledException());

        Assert.That(error.Message, Is.EqualTo(
            "The create was cancelled after it had been sent: the service may or may not have executed it. " +
            "Look for the record, by the key that Entity has, before you send it again."));
        Assert.That((error.Entity, error.ClientRequestId), Is.EqualTo(((object)customer, "i")));
    }

    /// <summary>A look-up would say no more than the service has said, so a batch does not stop at it.</summary>
    [Test]
    public void NotReturned_WhatTheServiceHasDone_IsNotSettledByAsking()
    {
        var error = FinancialsOutcomeUnknownException.NotReturned(new Customer(), new() { Method = "POST", Path = "/p", Status = 201 });

        Assert.That(error.MayBeSettledLater, Is.False);
        Assert.That(error.Message, Is.EqualTo("The service created or changed the record but did not return it. Read it back before you go on."));
    }
}
