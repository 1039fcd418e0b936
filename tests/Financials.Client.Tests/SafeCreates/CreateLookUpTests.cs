using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>What a create makes of look-ups that are empty, spread over pages, of other records or refused, and what its caller reads then.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[CancelAfter(20_000)]
public class CreateLookUpTests
{
    private const string Set = "/beta/financials/companies/{company}/customers";
    private const string Unknown = "It is not known whether the service executed the request.";
    private const string Look = "Look for the record, or ask support with the request's ids, before you send it again. The last failure:";
    private const string Loss = $"The connection broke off before the response had arrived (the response ended too early). [POST {Set}]";
    private const string NotReturned = "The service created or changed the record but did not return it. Read it back before you go on.";

    private static readonly Customer Coho = new() { Number = "c0001", DisplayName = "Coho" };

    private static readonly Func<RecordedRequest, HttpResponseMessage> Stored = Reply.Json("""{"id":"{customer}","number":"C0001","displayName":"Coho"}""", 201);
    private static readonly Func<RecordedRequest, HttpResponseMessage> Other = Reply.Json("""{"id":"{payment}","number":"OTHER","displayName":"Coho"}""", 201);
    private static readonly Func<RecordedRequest, HttpResponseMessage> None = Reply.Json("""{"value":[]}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> One = Reply.Json("""{"value":[{"id":"{customer}","number":"C0001","displayName":"Coho"}]}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Differs = Reply.Json("""{"value":[{"id":"{customer}","number":"C0001","displayName":"Northwind"}]}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Foreign = Reply.Json("""{"value":[{"id":"{payment}","number":"OTHER","displayName":"Coho"}]}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Nameless = Reply.Json("""{"value":[{"number":"C0001","displayName":"Coho"}]}""");

    private static readonly Func<RecordedRequest, HttpResponseMessage> OneOfTwo =
        Reply.Json("""{"value":[{"id":"{customer}","number":"C0001","displayName":"Coho"},{"id":"{payment}","number":"OTHER","displayName":"Coho"}]}""");

    private readonly ManualTime _time = new() { SkipsDelays = true };

    private static IEnumerable<TestCaseData> NotReadBack =>
    [
        new TestCaseData(None).SetArgDisplayNames("nothing"),
        new TestCaseData(Foreign).SetArgDisplayNames("another record"),
        new TestCaseData(Nameless).SetArgDisplayNames("a record without an id"),
        new TestCaseData(Reply.Empty).SetArgDisplayNames("empty"),
        new TestCaseData(Reply.Status(503)).SetArgDisplayNames("503"),
    ];

    [TestCaseSource(nameof(NotReadBack))]
    public async Task Create_EmptyResponseAndNotReadBack_SaysThatItWasNotReturned(object reading, CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => CreateAsync("POST GET", guard, Reply.Empty, (Func<RecordedRequest, HttpResponseMessage>)reading));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo(NotReturned));
            Assert.That(error.Entity, Is.SameAs(Coho));
            Assert.That((error.Method, Ids.Named(error.Path!), error.Attempts), Is.EqualTo(("POST", Set, 1)));
        }
    }

    [Test]
    public async Task Create_EmptyResponseAndNoKey_ReadsNothingBack(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync("POST", Coho with { Number = " " }, guard, Reply.Empty));

        Assert.That(error.Message, Is.EqualTo(NotReturned));
    }

    [Test]
    public async Task Create_EmptyResponse_IsReadBack(CancellationToken guard) =>
        Assert.That((await CreateAsync("POST GET", guard, Reply.Empty, One)).Id, Is.EqualTo(Ids.Customer));

    [Test]
    public async Task Create_EmptyResponseAndOtherValuesReadBack_SaysSo(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => CreateAsync("POST GET", guard, Reply.Empty, Differs));

        Assert.That(error.Message, Is.EqualTo(
            "The response to the create was lost, and a record of the same key with other values is there now. " +
            "Compare the two before you go on: this may or may not be the one that was sent."));
        Assert.That((error.InnerException, error.Method, error.Facts.MayHaveBeenExecutedBefore), Is.EqualTo(((Exception?)null, "POST", true)));
    }

    [Test]
    public async Task Create_EmptyResponseOfAReference_EndsWithoutIt(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Empty, None);
        using var client = ManualClients.Of(transport, _time);

        Assert.That(await client.Customers().AddReferenceAsync(Coho, guard), Is.Null);
    }

    [Test]
    public async Task Create_ResponseLostAndOtherValuesFound_SaysSo(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => CreateAsync("POST GET", guard, Reply.Lost, Differs));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            "The response to the create was lost, and a record of the same key with other values is there now. " +
            $"Compare the two before you go on: this may or may not be the one that was sent. {Loss}"));
        Assert.That(error.InnerException, Is.TypeOf<FinancialsUnavailableException>());
        Assert.That(error.Facts.MayHaveBeenExecutedBefore, Is.True);
    }

    [TestCase(5, true)]
    [TestCase(6, false)]
    [TestCase(-5, null)]
    public async Task CreatePayment_ResponseLostAndAnotherAmountFound_SaysWhereOnlyTheSignDiffers(int stored, bool? isRemarked, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(
            Reply.Lost, Reply.Json($$"""{"value":[{"id":"{payment}","lineNumber":10000,"customerNumber":"C0001","amount":{{stored}}}]}"""));
        using var client = ManualClients.Of(transport, _time);
        var call = client.Payments(Ids.Journal).CreateAsync(new() { LineNumber = 10_000, CustomerNumber = "c0001", Amount = -5m }, guard);
        if (isRemarked is not { } remarked)
        {
            Assert.That((await call).Id, Is.EqualTo(Ids.Payment));
            return;
        }

        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(() => call);

        Assert.That(error.Message, Does.StartWith(
            "The response to the create was lost, and a record of the same key with other values is there now. " +
            $"{(remarked ? "Their amounts differ in the sign only. " : "")}Compare the two before you go on: "));
    }

    [Test]
    public async Task CreatePayment_OtherValuesUnderTheChosenNumberAfterAnEmptyResponse_IsGivenNoOtherNumber(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(
            Reply.Empty, Reply.Json("""{"value":[{"id":"{payment}","lineNumber":10000,"customerNumber":"C0002","amount":-5}]}"""));
        using var client = ManualClients.Of(transport, _time);

        await Assert.ThrowsAsync<FinancialsDuplicateException>(
            () => client.Payments(Guid.NewGuid()).CreateAsync(new() { LineNumber = 10_000, CustomerNumber = "C0001", Amount = -5m }, guard));

        Assert.That(transport.Methods, Is.EqualTo("POST GET"));
    }

    [Test]
    public async Task Create_OtherValuesFoundAfterAnError_HasTheFactsOfTheError(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsDuplicateException>(
            () => CreateAsync("POST GET", guard, Reply.Error(500, "Internal_ServerError", "It broke."), Differs));

        Assert.That((error.Status, error.Code, error.ServiceMessage), Is.EqualTo(((int?)500, "Internal_ServerError", "It broke.")));
    }

    [Test]
    public async Task Create_ResponseLost_IsLookedUpByItsKeyAsTheServiceStoresIt(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(
            Reply.Lost, One, Reply.Lost, Reply.Json("""{"value":[{"id":"{payment}","lineNumber":10000,"customerNumber":"C0001","amount":-5}]}"""));
        using var client = ManualClients.Of(transport, _time);

        await client.Customers().CreateAsync(Coho with { Number = "  c0001 " }, guard);
        await client.Payments(Ids.Journal).CreateAsync(new() { LineNumber = 10_000, CustomerNumber = "c0001", Amount = -5m }, guard);

        Assert.That((Ids.LineOf(transport.Requests[1]), Ids.LineOf(transport.Requests[3])), Is.EqualTo((
            "GET /financials/companies/{company}/customers?$filter=number eq 'C0001'&$top=2",
            "GET /financials/companies/{company}/customerPaymentJournals/{journal}/customerPayments?$filter=lineNumber eq 10000&$top=2")));
    }

    [Test]
    public async Task Create_LookUpOnSeveralPages_IsReadToItsEnd(CancellationToken guard) =>
        Assert.That((await CreateAsync("POST GET GET GET", guard, Reply.Lost, Next("a"), Next("b"), One)).Id, Is.EqualTo(Ids.Customer));

    [Test]
    public async Task Create_LookUpOnSeveralEmptyPages_ProvesThatItIsAbsent(CancellationToken guard) =>
        Assert.That((await CreateAsync("POST GET GET POST", guard, Reply.Lost, Next("a"), None, Stored)).Id, Is.EqualTo(Ids.Customer));

    [Test]
    public async Task Create_LookUpThatLeadsElsewhere_ProvesNothing(CancellationToken guard)
    {
        var elsewhere = Reply.Json("""{"value":[],"@odata.nextLink":"https://elsewhere.example/next"}""");

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync("POST GET", guard, Reply.Lost, elsewhere));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} Looking it up failed as well (A next link that does not lead to https://service.example/beta/financials is not followed. " +
            $"Continue only with a token that this service gave.). {Look} {Loss}"));
    }

    [Test]
    public async Task Create_KeyTooLongToLookUp_SaysSoWhole(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => CreateAsync("POST", Coho with { Number = new string('9', 9_000) }, guard, Reply.Lost));

        Assert.That(error.Message, Does.Match(
            "^It is not known whether the service executed the request. Looking it up failed as well \\(The query makes an address of \\d+ characters, and the service takes no more than 8000. "));
    }

    [Test]
    public async Task Create_LookUpThatFindsAnotherRecord_ProvesNothing(CancellationToken guard)
    {
        foreach (var found in new[] { Foreign, Nameless, OneOfTwo })
        {
            var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync("POST GET", guard, Reply.Lost, found));

            Assert.That(Ids.Named(error.Message), Is.EqualTo(
                $"{Unknown} Looking it up failed as well (The service answered with something else than the records that were looked up. [GET {Set}]). {Look} {Loss}"));
        }
    }

    [Test]
    public async Task Create_LookUpsAlwaysEmpty_AreRetriedAndProveNothing(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync(
            "POST GET GET GET GET GET", guard, Reply.Lost, Reply.Empty, Reply.Empty, Reply.Empty, Reply.Empty, Reply.Empty));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} Looking it up failed as well (The service answered with something else than a list of Customer entities. [GET {Set}, HTTP 204]). {Look} {Loss}"));
        Assert.That((error.Attempts, error.Entity), Is.EqualTo((1, Coho)));
    }

    [Test]
    public async Task Create_LookUpFoundAtTheSecondAttempt_IsReturned(CancellationToken guard) =>
        Assert.That((await CreateAsync("POST GET GET", guard, Reply.Lost, Reply.Empty, One)).Id, Is.EqualTo(Ids.Customer));

    [Test]
    public async Task Create_NoKey_SaysThatItCannotBeLookedUp(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync("POST", Coho with { Number = null }, guard, Reply.Lost));

        Assert.That(Ids.Named(error.Message), Is.EqualTo($"{Unknown} It has no key of its own to look it up by, so it was not retried. {Look} {Loss}"));
    }

    [Test]
    public async Task Create_AbsentAndThenRefused_SaysThatARequestMayBeUnderWay(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync("POST GET POST GET", guard, Reply.Lost, None, Reply.Status(400), None));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} It was not there when it was looked up, but a request may still be under way. {Look} " +
            $"The service refused the request. Correct or leave out what it names, and send it again. [POST {Set}, HTTP 400]"));
    }

    [Test]
    public async Task Create_AbsentAndThenThrottled_IsLookedUpAndRetried(CancellationToken guard) => Assert.That(
        (await CreateAsync("POST GET POST GET POST", guard, Reply.Lost, None, Reply.Status(429), None, Stored)).Id, Is.EqualTo(Ids.Customer));

    [Test]
    public async Task Create_AskedToWaitForLongerThanTheCallMayTake_SaysSo(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync("POST", guard, Reply.Status(503, "300")));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} The service asked to wait for longer than the call may take, so it was not looked up. {Look} " +
            $"The service broke off while it had the request, so it may have executed it. Look for the result before you send it again. [POST {Set}, HTTP 503]"));
    }

    [Test]
    public async Task Create_AlwaysAnotherRecordInTheResponse_SaysSo(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => CreateAsync(
            "POST GET POST GET POST GET POST GET POST GET", guard, Other, None, Other, None, Other, None, Other, None, Other, None));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"{Unknown} It was not there when it was looked up, but a request may still be under way. {Look} " +
            $"The service answered with something else than the Customer that was sent. [POST {Set}, HTTP 201]"));
        Assert.That(error.Attempts, Is.EqualTo(5));
    }

    private static Func<RecordedRequest, HttpResponseMessage> Next(string page) =>
        Reply.Json($$"""{"value":[],"@odata.nextLink":"{{TestClients.BaseAddress}}/next?$skiptoken={{page}}"}""");

    private Task<Customer> CreateAsync(string methods, CancellationToken guard, params Func<RecordedRequest, HttpResponseMessage>[] responses) =>
        CreateAsync(methods, Coho, guard, responses);

    private async Task<Customer> CreateAsync(string methods, Customer customer, CancellationToken guard, params Func<RecordedRequest, HttpResponseMessage>[] responses)
    {
        using var transport = ScriptedTransport.InOrder(responses);
        using var client = ManualClients.Of(transport, _time);
        try
        {
            return await client.Customers().CreateAsync(customer, guard);
        }
        finally
        {
            Assert.That(transport.Methods, Is.EqualTo(methods));
        }
    }
}
