using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>A journal is posted once, and what became of its payments is read, whatever the service says.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[CancelAfter(20_000)]
public class JournalPostingTests
{
    private const string Company = "/v2.0/contoso.com/production/api/v2.0/companies({company})";
    private const string PaymentsPath = $"{Company}/customerPaymentJournals({{journal}})/customerPayments";
    private const string Lost = $"The connection broke off before the response had arrived (the response ended too early). [POST {Company}/journals({{journal}})/Microsoft.NAV.post]";
    private const string Unknown = "It is not known whether the service executed the request.";
    private const string Look = "Look for the record, or ask support with the request's ids, before you send it again. The last failure:";

    private static readonly Func<RecordedRequest, HttpResponseMessage> Gone = Reply.Status(404);
    private static readonly Func<RecordedRequest, HttpResponseMessage> Refused =
        Reply.Error(400, "Application_DialogException", "Summen passer ikke.");

    private readonly ManualTime _time = new() { SkipsDelays = true };

    private static IEnumerable<TestCaseData> ErrorsThatMayComeLate =>
    [
        new TestCaseData(Refused).SetArgDisplayNames("400"),
        new TestCaseData(Reply.Status(409)).SetArgDisplayNames("409"),
        new TestCaseData(Reply.Status(422)).SetArgDisplayNames("422"),
        new TestCaseData(Reply.Status(500)).SetArgDisplayNames("500"),
        new TestCaseData(Reply.Lost).SetArgDisplayNames("lost"),
        new TestCaseData(Reply.Json("<html>")).SetArgDisplayNames("not empty"),
    ];

    [Test]
    public async Task Post_PaymentsGone_IsPosted(CancellationToken guard) =>
        Assert.That(await PostAsync("GET POST GET", guard, Has(1, 2), Reply.Empty, Has()), Is.EqualTo(JournalPosting.Posted));

    [Test]
    public async Task Post_PaymentsGoneAndOthersThere_IsPosted(CancellationToken guard) =>
        Assert.That(await PostAsync("GET POST GET", guard, Has(1, 2), Reply.Empty, Has(3)), Is.EqualTo(JournalPosting.Posted));

    [TestCase(1, 2)]
    [TestCase(2, 3)]
    [TestCase(1, 1)]
    public async Task Post_PaymentsStillThere_IsQueued(int first, int second, CancellationToken guard) =>
        Assert.That(await PostAsync("GET POST GET", guard, Has(1, 2), Reply.Empty, Has(first, second)), Is.EqualTo(JournalPosting.Queued));

    [Test]
    public async Task Post_JournalReplacedByTheNext_IsPosted(CancellationToken guard) =>
        Assert.That(await PostAsync("GET POST GET", guard, Has(1), Reply.Empty, Gone), Is.EqualTo(JournalPosting.Posted));

    // That there was nothing to post was recognised by a text, which the service says in its user's language.
    [Test]
    public async Task Post_NoPayments_SendsNothing(CancellationToken guard) =>
        Assert.That(await PostAsync("GET", guard, Has()), Is.EqualTo(JournalPosting.NothingToPost));

    [TestCaseSource(nameof(ErrorsThatMayComeLate))]
    public async Task Post_ErrorAfterThePaymentsWerePosted_IsPosted(object errorOfRow, CancellationToken guard) =>
        Assert.That(await PostAsync("GET POST GET", guard, Has(1, 2), (Func<RecordedRequest, HttpResponseMessage>)errorOfRow, Has()), Is.EqualTo(JournalPosting.Posted));

    [TestCase(true)]
    [TestCase(false)]
    public async Task Post_RefusedAndPaymentsStillThere_IsTheRefusal(bool all, CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsValidationException>(
            () => PostAsync("GET POST GET", guard, Has(1, 2), Refused, all ? Has(1, 2) : Has(2)));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            "The service refused the request. Correct or leave out what it names, and send it again. The service says: Summen passer ikke. " +
            $"[POST {Company}/journals({{journal}})/Microsoft.NAV.post, HTTP 400, Application_DialogException]"));
    }

    [Test]
    public async Task Post_RefusedAndTheJournalGone_IsTheRefusal(CancellationToken guard) =>
        await Assert.ThrowsAsync<FinancialsValidationException>(() => PostAsync("GET POST GET", guard, Has(1), Refused, Gone));

    [TestCase(403, typeof(FinancialsUnauthorizedException))]
    [TestCase(404, typeof(FinancialsNotFoundException))]
    [TestCase(405, typeof(FinancialsNotSupportedException))]
    public async Task Post_RefusedBeforeTheJournalWasLookedAt_ReadsNothing(int status, Type type, CancellationToken guard)
    {
        var error = await Assert.CatchAsync<FinancialsException>(() => PostAsync("GET POST", guard, Has(1), Reply.Status(status)));

        Assert.That(error, Is.TypeOf(type));
    }

    [Test]
    public async Task Post_CertainlyNotExecuted_IsRetriedAndThePaymentsNotReadAgain(CancellationToken guard) => Assert.That(
        await PostAsync("GET POST POST POST GET", guard, Has(1), Reply.Unreachable, Reply.Status(429), Reply.Empty, Has()), Is.EqualTo(JournalPosting.Posted));

    [Test]
    public async Task Post_ResponseLostAndPaymentsStillThere_IsReadAFewTimesAndThenUnknown(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => PostAsync(
            "GET POST GET GET GET GET GET", guard, Has(1, 2), Reply.Lost, Has(1, 2), Has(1, 2), Has(2, 1), Has(1, 2, 3), Has(1, 2)));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} The journal's payments are still there: a request may be under way or in a queue, or it has never arrived. {Look} {Lost}"));
        Assert.That((error.Entity, error.Attempts), Is.EqualTo(((object?)null, 1)));
        Assert.That(_time.Elapsed, Is.InRange(TimeSpan.FromSeconds(7.5), TimeSpan.FromSeconds(15)));
    }

    [Test]
    public async Task Post_ResponseLostAndSomePaymentsStillThere_IsReadAFewTimesAndThenUnknown(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => PostAsync(
            "GET POST GET GET GET GET GET", guard, Has(1, 2), Reply.Lost, Has(2), Has(2), Has(2), Has(2), Has(2)));

        Assert.That(Ids.Named(error.Message), Is.EqualTo($"{Unknown} Some of the journal's payments are still there. {Look} {Lost}"));
    }

    [Test]
    public async Task Post_ResponseLostAndPaymentsGoneAWhileLater_IsPosted(CancellationToken guard) => Assert.That(
        await PostAsync("GET POST GET GET GET", guard, Has(1, 2), Reply.Lost, Has(1, 2), Has(2), Has()), Is.EqualTo(JournalPosting.Posted));

    [Test]
    public async Task Post_ResponseLostAndTheJournalGone_IsUnknownAtOnce(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => PostAsync("GET POST GET", guard, Has(1), Reply.Lost, Gone));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} The journal itself is gone: posted and replaced by the next one, or deleted. {Look} {Lost}"));
    }

    [Test]
    public async Task Post_PaymentsNotReadableBefore_SendsNothing(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsNotFoundException>(() => PostAsync("GET", guard, Gone));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"There is no such record. Check the ids of the company and of the record. [GET {PaymentsPath}, HTTP 404]"));
        Assert.That(error.Attempts, Is.Zero, "The request that posts was never sent.");
    }

    [Test]
    public async Task Post_PaymentsReadableAtTheSecondAttempt_IsPosted(CancellationToken guard) => Assert.That(
        await PostAsync("GET GET POST GET", guard, Reply.Status(503), Has(1), Reply.Empty, Has()), Is.EqualTo(JournalPosting.Posted));

    [Test]
    public async Task Post_TakenAndPaymentsNotReadableAgain_SaysSo(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => PostAsync("GET POST GET", guard, Has(1), Reply.Empty, Reply.Status(403)));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} The service took the journal to post it, but its payments could not be read again. {Look} The token's owner may not do this. Give the application or the user " +
            $"the permission: Financials.ReadWrite.All in Microsoft Graph, or a permission set in Business Central. [GET {PaymentsPath}, HTTP 403]"));
    }

    [Test]
    public async Task Post_ResponseLostAndPaymentsNotReadableAgain_SaysBoth(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => PostAsync("GET POST GET", guard, Has(1), Reply.Lost, Reply.Status(403)));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} Reading the journal's payments failed as well (The token's owner may not do this. Give the application or the user the permission: " +
            $"Financials.ReadWrite.All in Microsoft Graph, or a permission set in Business Central. [GET {PaymentsPath}, HTTP 403]). {Look} {Lost}"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Post_PaymentsReadableAgainAtTheSecondAttempt_IsPosted(bool isLost, CancellationToken guard) => Assert.That(
        await PostAsync("GET POST GET GET", guard, Has(1), isLost ? Reply.Lost : Reply.Empty, Reply.Status(503), Has()), Is.EqualTo(JournalPosting.Posted));

    [Test]
    public async Task Post_AskedToWaitAfterALostResponse_ReadsNoSooner(CancellationToken guard)
    {
        Assert.That(await PostAsync("GET POST GET", guard, Has(1), Reply.Status(503, "30"), Has()), Is.EqualTo(JournalPosting.Posted));
        Assert.That(_time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task Post_AskedToWaitLongerThanTheCallMayTake_IsUnknownAtOnce(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => PostAsync("GET POST", guard, Has(1), Reply.Status(503, "300")));

        Assert.That(error.Message, Does.StartWith(
            $"{Unknown} The service asked to wait for longer than the call may take, so the journal's payments were not read again. {Look} "));
        Assert.That(_time.Elapsed, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Post_PaymentsOnSeveralPages_AreAllRead(CancellationToken guard)
    {
        var posting = await PostAsync(
            "GET GET POST GET GET", guard, Page(Next("a"), 1), Page(null, 2), Reply.Empty, Page(Next("b")), Page(null, 2));

        Assert.That(posting, Is.EqualTo(JournalPosting.Queued), "The second page still has one.");
    }

    // A page whose next link leads to itself was read until the time was over.
    [Test]
    public async Task Post_PagesThatLeadToThemselves_AreNotReadForEver(CancellationToken guard)
    {
        var page = Page(Next("a"), 1);

        var error = await Assert.CatchAsync<FinancialsException>(
            () => PostAsync("GET GET GET GET GET GET GET GET GET GET", guard, page, page, page, page, page, page, page, page, page, page));

        Assert.That(Ids.Named(error!.Message), Is.EqualTo(
            $"The service answered with something else than a list of CustomerPayment entities. [GET {Company}/next, HTTP 200]"));
    }

    // A link to elsewhere, in the reading after the post, was an error that did not say that the journal may be posted.
    [Test]
    public async Task Post_LinkToElsewhereAfterwards_IsUnknown(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => PostAsync("GET POST GET", guard, Has(1), Reply.Empty, Page("https://elsewhere.example/next", 1)));

        Assert.That(error.Message, Does.Contain("its payments could not be read again").And.Contains("A next link that does not lead to"));
    }

    // Payments without ids were left out, so that a list of nothing but these looked like a journal that is posted.
    [Test]
    public async Task Post_PaymentsWithoutIds_AreNotTakenForPosted(CancellationToken guard)
    {
        var nameless = Reply.Json("""{"value":[{"id":"{payment}"},{"amount":-5}]}""");

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => PostAsync("GET POST GET GET GET GET GET", guard, Has(1), Reply.Lost, nameless, nameless, nameless, nameless, nameless));

        Assert.That(error.Message, Does.Contain("Reading the journal's payments failed as well (The service answered with something else than a list of CustomerPayment entities."));
    }

    [Test]
    public async Task Post_ReadsOnlyIds(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Has());
        using var client = ManualClients.OfBusinessCentral(transport, _time);

        await client.Companies[Ids.Company].PaymentJournals[Ids.Journal].PostAsync(guard);

        Assert.That(transport.Requests.Single().Target.Query, Is.EqualTo("?%24select=id"));
    }

    private async Task<JournalPosting> PostAsync(string methods, CancellationToken guard, params Func<RecordedRequest, HttpResponseMessage>[] responses)
    {
        using var transport = ScriptedTransport.InOrder(responses);
        using var client = ManualClients.OfBusinessCentral(transport, _time);
        try
        {
            return await client.Companies[Ids.Company].PaymentJournals[Ids.Journal].PostAsync(guard);
        }
        finally
        {
            Assert.That(transport.Methods, Is.EqualTo(methods));
        }
    }

    private static Func<RecordedRequest, HttpResponseMessage> Has(params int[] payments) => Page(null, payments);

    private static Func<RecordedRequest, HttpResponseMessage> Page(string? next, params int[] payments) => Reply.Json(
        $$"""{"value":[{{string.Join(',', payments.Select(payment => $$"""{"id":"{{new Guid(payment, 0, 0, new byte[8])}}"}"""))}}]{{(next is null ? "" : $",\"@odata.nextLink\":\"{next}\"")}}}""");

    private static string Next(string page) => $"https://central.example{Company}/next?$skiptoken={page}";
}
