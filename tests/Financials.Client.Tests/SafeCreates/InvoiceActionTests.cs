using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>
/// Invoices are posted and cancelled once, and the caller learns what is true: the service may refuse after it has posted, and responses
/// are lost.
/// </summary>
[TestFixture("central")]
[TestFixture("documented")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[CancelAfter(20_000)]
public class InvoiceActionTests(string service)
{
    private const string NoEmail = "The send-to email is empty. Specify email either for the customer or for the invoice in email preview.";

    private static readonly Func<RecordedRequest, HttpResponseMessage> Refused = Reply.Error(400, "Application_DialogException", NoEmail);

    private readonly ManualTime _time = new() { SkipsDelays = true };

    private static IEnumerable<TestCaseData> Actions =>
    [
        Action("post", "Open", (invoice, token) => invoice.PostAsync(token)),
        Action("postAndSend", "Open", (invoice, token) => invoice.PostAndSendAsync(token)),
        Action("cancel", "Canceled", (invoice, token) => invoice.CancelAsync(token)),
        Action("cancelAndSend", "Canceled", (invoice, token) => invoice.CancelAndSendAsync(token)),
    ];

    private string Company => service == "central" ? "/v2.0/contoso.com/production/api/v2.0/companies({company})" : "/beta/financials/companies/{company}";

    private string Invoice => service == "central" ? $"{Company}/salesInvoices({{invoice}})" : $"{Company}/salesInvoices/{{invoice}}";

    [TestCaseSource(nameof(Actions))]
    public async Task Action_Done_ReadsNothing(string action, string _, Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Empty);

        await RunAsync(transport, run, guard);

        Assert.That(Ids.Named(transport.Requests.Single().Target.AbsolutePath), Is.EqualTo(PathOf(action)));
    }

    // An invoice that was posted and could not be sent was called refused, so that callers posted it once more.
    [TestCaseSource(nameof(Actions))]
    public async Task Action_RefusedAndDoneAllTheSame_SaysWhatIsDone(
        string action, string status, Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Refused, InState(status));

        var error = await Assert.ThrowsAsync<FinancialsPartlyDoneException>(() => RunAsync(transport, run, guard));

        var told = action switch
        {
            "post" => "The invoice is posted (number PSI1001), by this call or before it, although the service reports an error; do not post it again.",
            "postAndSend" => "The invoice is posted (number PSI1001), but this call did not send it: call SendAsync for that, and do not post it again.",
            "cancel" => "The invoice is cancelled (number PSI1001), by this call or before it, although the service reports an error; do not cancel it again.",
            _ => "The invoice is cancelled (number PSI1001), but this call did not send it: call SendAsync for that, and do not cancel it again.",
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids.Named(error.Message), Is.EqualTo($"{told} {RefusalOf(action)}"));
            Assert.That((error.Status, error.Code, error.ServiceMessage), Is.EqualTo(((int?)400, "Application_DialogException", NoEmail)));
            Assert.That(error.InnerException, Is.TypeOf<FinancialsValidationException>());
            Assert.That((error.Invoice!.Id, error.Invoice.Number, error.Invoice.Status), Is.EqualTo(((Guid?)Ids.Invoice, "PSI1001", (SalesInvoiceStatus?)new SalesInvoiceStatus(status))));
            Assert.That(transport.Methods, Is.EqualTo("POST GET"));
            Assert.That(Ids.Named(transport.Requests[1].Target.AbsolutePath), Is.EqualTo(Invoice));
        }
    }

    [TestCaseSource(nameof(Actions))]
    public async Task Action_RefusedAndNotDone_IsTheRefusal(string action, string _, Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Refused, InState("Draft"));

        var error = await Assert.ThrowsAsync<FinancialsValidationException>(() => RunAsync(transport, run, guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(RefusalOf(action)));
        Assert.That(transport.Methods, Is.EqualTo("POST GET"));
    }

    [TestCaseSource(nameof(Actions))]
    public async Task Action_ResponseLostAndDone_SucceedsWhereNothingIsSentAndElseSaysSo(
        string action, string status, Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost, InState(status));
        var call = RunAsync(transport, run, guard);

        if (action is "post" or "cancel")
        {
            await call;
        }
        else
        {
            var (done, again) = action == "postAndSend" ? ("posted", "post") : ("cancelled", "cancel");
            var error = await Assert.ThrowsAsync<FinancialsPartlyDoneException>(() => call);
            Assert.That(Ids.Named(error.Message), Is.EqualTo(
                $"The invoice is {done} (number PSI1001), but it is not known whether it was sent: SendAsync may send it a second time. " +
                $"In any case do not {again} it again. {LossOf(action)}"));
            Assert.That(error.InnerException, Is.TypeOf<FinancialsUnavailableException>());
        }

        Assert.That(transport.Methods, Is.EqualTo("POST GET"));
    }

    [TestCaseSource(nameof(Actions))]
    public async Task Action_ResponseLostAndNotDone_IsReadAFewTimesAndThenUnknown(
        string action, string _, Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost, InState("Draft"), InState("Draft"), InState("Draft"), InState("Draft"), InState("Draft"));

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => RunAsync(transport, run, guard));

        var done = action.StartsWith("post", StringComparison.Ordinal) ? "posted" : "cancelled";
        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"It is not known whether the service executed the request. The invoice is not {done} so far: the request may be under way, or it has never arrived. " +
            $"Look for the record, or ask support with the request's ids, before you send it again. The last failure: {LossOf(action)}"));
        Assert.That((error.Entity, error.Attempts, transport.Methods), Is.EqualTo(((object?)null, 1, "POST GET GET GET GET GET")));
    }

    [Test]
    public async Task Post_ResponseLostAndDoneAWhileLater_Succeeds(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost, InState("Draft"), Reply.Status(503), InState("In Review"), InState("Open"));

        await RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard);

        Assert.That(transport.Methods, Is.EqualTo("POST GET GET GET GET"));
    }

    [TestCase("Open", true)]
    [TestCase("Paid", true)]
    [TestCase("Canceled", true)]
    [TestCase("Corrective", true)]
    [TestCase("Draft", false)]
    [TestCase("In Review", false)]
    [TestCase("Something new", false)]
    [TestCase(" ", false)]
    public async Task Post_Refused_IsDoneInTheseStatesOnly(string status, bool isDone, CancellationToken guard) =>
        await StateIsDoneAsync(status, isDone, (invoice, token) => invoice.PostAsync(token), guard);

    [TestCase("Canceled", true)]
    [TestCase("Corrective", false)]
    [TestCase("Paid", false)]
    [TestCase("Open", false)]
    [TestCase("Draft", false)]
    public async Task Cancel_Refused_IsDoneInOneStateOnly(string status, bool isDone, CancellationToken guard) =>
        await StateIsDoneAsync(status, isDone, (invoice, token) => invoice.CancelAsync(token), guard);

    [Test]
    public async Task PostAndSend_RefusedAndTheInvoiceIsNotThere_IsTheRefusal(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Refused, Reply.Status(404));

        await Assert.ThrowsAsync<FinancialsValidationException>(() => RunAsync(transport, (invoice, token) => invoice.PostAndSendAsync(token), guard));
    }

    [Test]
    public async Task PostAndSend_RefusedAndNotReadable_IsUnknown(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Refused, Reply.Status(403));

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => RunAsync(transport, (invoice, token) => invoice.PostAndSendAsync(token), guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            "It is not known whether the service executed the request. Reading the invoice failed as well (The token's owner may not do this. Give the application or the user the " +
            $"permission: Financials.ReadWrite.All in Microsoft Graph, or a permission set in Business Central. [GET {Invoice}, HTTP 403]). " +
            $"Look for the record, or ask support with the request's ids, before you send it again. The last failure: {RefusalOf("postAndSend")}"));
        Assert.That(transport.Methods, Is.EqualTo("POST GET"));
    }

    [Test]
    public async Task PostAndSend_RefusedAndTheFirstReadingFails_IsReadAgain(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Refused, Reply.Status(503), Reply.Status(429), InState("Open"));

        await Assert.ThrowsAsync<FinancialsPartlyDoneException>(() => RunAsync(transport, (invoice, token) => invoice.PostAndSendAsync(token), guard));

        Assert.That(transport.Methods, Is.EqualTo("POST GET GET GET"));
    }

    [Test]
    public async Task Post_ResponseLostAndAnotherInvoiceRead_IsNotTakenForThisOne(CancellationToken guard)
    {
        var other = Reply.Json("""{"id":"{payment}","number":"PSI9","status":"Open"}""");
        using var transport = ScriptedTransport.InOrder(Reply.Lost, other, other, other, other, other);

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard));

        Assert.That(error.Message, Does.Contain("Reading the invoice failed as well (The service answered with something else than the SalesInvoice that it was asked for."));
    }

    [Test]
    public async Task Post_ResponseLostAndTheInvoiceGone_IsUnknownAtOnce(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost, Reply.Status(404));

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard));

        Assert.That(error.Message, Does.Contain("Reading the invoice failed as well (There is no such record."));
    }

    [TestCase(403, typeof(FinancialsUnauthorizedException))]
    [TestCase(404, typeof(FinancialsNotFoundException))]
    [TestCase(405, typeof(FinancialsNotSupportedException))]
    public async Task Post_RefusedBeforeTheInvoiceWasLookedAt_IsNotReadAgain(int status, Type type, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Status(status));

        var error = await Assert.CatchAsync<FinancialsException>(() => RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard));

        Assert.That(error, Is.TypeOf(type));
    }

    [TestCase(400)]
    [TestCase(409)]
    [TestCase(422)]
    public async Task Post_RefusedWithAStatusOfRules_IsReadAgain(int status, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Status(status), InState("Open"));

        await Assert.ThrowsAsync<FinancialsPartlyDoneException>(() => RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard));
    }

    [Test]
    public async Task Post_CertainlyNotExecuted_IsRetriedWithoutReading(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Unreachable, Reply.Status(429), Reply.Empty);

        await RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard);

        Assert.That(transport.Methods, Is.EqualTo("POST POST POST"));
    }

    [Test]
    public async Task Post_AskedToWaitAfterALostResponse_ReadsNoSooner(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Status(503, "30"), InState("Open"));

        await RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard);

        Assert.That(_time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task Post_AskedToWaitLongerThanTheCallMayTake_IsUnknownAtOnce(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Status(503, "300"));

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => RunAsync(transport, (invoice, token) => invoice.PostAsync(token), guard));

        Assert.That(error.Message, Does.StartWith(
            "It is not known whether the service executed the request. The service asked to wait for longer than the call may take, so the invoice was not read again. "));
        Assert.That((_time.Elapsed, transport.Methods), Is.EqualTo((TimeSpan.Zero, "POST")));
    }

    [Test]
    public async Task Send_ResponseLost_IsUnknownAndNothingIsRead(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost);

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => RunAsync(transport, (invoice, token) => invoice.SendAsync(token), guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            "It is not known whether the service executed the request. It was not retried, because the customer would get a second mail. " +
            $"Look for the record, or ask support with the request's ids, before you send it again. The last failure: {LossOf("send")}"));
        Assert.That(error.InnerException, Is.TypeOf<FinancialsUnavailableException>());
    }

    [Test]
    public async Task Send_Refused_IsTheRefusal(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Refused);

        var error = await Assert.ThrowsAsync<FinancialsValidationException>(() => RunAsync(transport, (invoice, token) => invoice.SendAsync(token), guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(RefusalOf("send")));
    }

    private async Task StateIsDoneAsync(string status, bool isDone, Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Refused, InState(status));

        var error = await Assert.CatchAsync<FinancialsException>(() => RunAsync(transport, run, guard));

        Assert.That(error, Is.TypeOf(isDone ? typeof(FinancialsPartlyDoneException) : typeof(FinancialsValidationException)));
    }

    private async Task RunAsync(HttpMessageHandler transport, Func<SalesInvoiceClient, CancellationToken, Task> run, CancellationToken guard)
    {
        using var client = service == "central" ? ManualClients.OfBusinessCentral(transport, _time) : ManualClients.Of(transport, _time);
        await run(client.Companies[Ids.Company].SalesInvoices[Ids.Invoice], guard);
    }

    /// <summary>The invoice, with the number that a posted one has.</summary>
    private Func<RecordedRequest, HttpResponseMessage> InState(string status) => Reply.Json(
        $$"""{"id":"{invoice}","number":"PSI1001","status":"{{(service == "central" ? status.Replace(" ", "_x0020_", StringComparison.Ordinal) : status)}}"}""");

    private string PathOf(string action) => service == "central" ? $"{Invoice}/Microsoft.NAV.{action}" : $"{Invoice}/{action}";

    private string RefusalOf(string action) =>
        $"The service refused the request. Correct or leave out what it names, and send it again. The service says: {NoEmail} [POST {PathOf(action)}, HTTP 400, Application_DialogException]";

    private string LossOf(string action) => $"The connection broke off before the response had arrived (the response ended too early). [POST {PathOf(action)}]";

    private static TestCaseData Action(string name, string status, Func<SalesInvoiceClient, CancellationToken, Task> run) =>
        new TestCaseData(name, status, run).SetArgDisplayNames(name);
}
