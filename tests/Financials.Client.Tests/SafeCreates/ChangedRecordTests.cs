using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>What an update or a delete makes of responses that are empty, of another record, or cannot be read.</summary>
[CancelAfter(20_000)]
public class ChangedRecordTests
{
    private const string Path = "/beta/financials/companies/{company}/customers/{customer}";
    private const string Stale = "Somebody else has changed the record since it was read, so nothing was changed. Repeat the change on the Current of this exception, or give its id as well, as in UpdateAsync(id, entity), to overwrite it. [PATCH " + Path + ", HTTP 412]";

    private static readonly Customer Before = Make.Customer(new() { DisplayName = "Coho" }, Ids.Customer, "W/\"1\"");
    private static readonly Customer Changed = Before with { DisplayName = "Coho Winery" };

    private static readonly Func<RecordedRequest, HttpResponseMessage> This = Reply.Json("""{"@odata.etag":"W/\"2\"","id":"{customer}","displayName":"Coho Winery"}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Northwind = Reply.Json("""{"@odata.etag":"W/\"2\"","id":"{customer}","displayName":"Northwind"}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> Another = Reply.Json("""{"id":"{payment}","displayName":"Coho Winery"}""");
    private static readonly Func<RecordedRequest, HttpResponseMessage> IsStale = Reply.Status(412);

    private static IEnumerable<TestCaseData> Unusable =>
    [
        new TestCaseData(Northwind).SetArgDisplayNames("other values"),
        new TestCaseData(Another).SetArgDisplayNames("another record"),
        new TestCaseData(Reply.Empty).SetArgDisplayNames("empty"),
        new TestCaseData(Reply.Status(503)).SetArgDisplayNames("503"),
    ];

    [Test]
    public async Task Update_AnotherRecordInTheResponse_IsRetriedAndCompared(CancellationToken guard)
    {
        var updated = await UpdateAsync("PATCH PATCH GET", guard, Another, IsStale, This);

        Assert.That((updated.Id, updated.ETag), Is.EqualTo(((Guid?)Ids.Customer, "W/\"2\"")));
    }

    [Test]
    public async Task Update_AlwaysAnotherRecordInTheResponse_SaysSo(CancellationToken guard)
    {
        var error = await Assert.CatchAsync<FinancialsException>(
            () => UpdateAsync("PATCH PATCH PATCH PATCH PATCH", guard, Another, Another, Another, Another, Another));

        Assert.That(Ids.Named(error!.Message), Is.EqualTo($"The service answered with something else than the Customer that it was asked for. [PATCH {Path}, HTTP 200]"));
        Assert.That(error.Attempts, Is.EqualTo(5));
    }

    [Test]
    public async Task Update_StaleAndAnotherRecordRead_HasNoCurrent(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsStaleException>(() => UpdateAsync("PATCH GET", guard, IsStale, Another));

        Assert.That((Ids.Named(error.Message), error.Current), Is.EqualTo((Stale, (object?)null)));
    }

    [TestCase(503)]
    [TestCase(204)]
    public async Task Update_StaleAtTheFirstAttemptAndNotReadable_IsNotRetried(int status, CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsStaleException>(() => UpdateAsync("PATCH GET", guard, IsStale, Reply.Status(status)));

        Assert.That((Ids.Named(error.Message), error.Current), Is.EqualTo((Stale, (object?)null)));
    }

    [TestCaseSource(nameof(Unusable))]
    public async Task Update_StaleAfterALostResponseAndNotReadable_IsRetriedUntilItIsKnown(object reading, CancellationToken guard)
    {
        if (reading.Equals(Northwind))
        {
            var stale = await Assert.ThrowsAsync<FinancialsStaleException>(() => UpdateAsync("PATCH PATCH GET", guard, Reply.Lost, IsStale, Northwind));
            Assert.That(((Customer)stale.Current!).DisplayName, Is.EqualTo("Northwind"));
            Assert.That(Ids.Named(stale.Message), Is.EqualTo(
                "The record is not as it was when it was read: somebody else has changed it, or an attempt of this request whose response was lost. " +
                $"Compare it with the Current of this exception before you repeat the change. [PATCH {Path}, HTTP 412]"));
            return;
        }

        var updated = await UpdateAsync("PATCH PATCH GET PATCH GET", guard, Reply.Lost, IsStale, (Func<RecordedRequest, HttpResponseMessage>)reading, IsStale, This);

        Assert.That(updated.ETag, Is.EqualTo("W/\"2\""));
    }

    [Test]
    public async Task Update_StaleAfterALostResponseAndReadingRefused_IsTheEnd(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsStaleException>(() => UpdateAsync("PATCH PATCH GET", guard, Reply.Lost, IsStale, Reply.Status(403)));

        Assert.That(error.Current, Is.Null);
        Assert.That(error.Message, Does.Contain("or an attempt of this request whose response was lost"));
    }

    [Test]
    public async Task Update_EmptyResponse_IsReadBack(CancellationToken guard) =>
        Assert.That((await UpdateAsync("PATCH GET", guard, Reply.Empty, This)).ETag, Is.EqualTo("W/\"2\""));

    [TestCaseSource(nameof(Unusable))]
    public async Task Update_EmptyResponseAndNotWhatWasSentReadBack_SaysThatItWasNotReturned(object reading, CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => UpdateAsync("PATCH GET", guard, Reply.Empty, (Func<RecordedRequest, HttpResponseMessage>)reading));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("The service created or changed the record but did not return it. Read it back before you go on."));
            Assert.That(error.InnerException!.Message, Is.EqualTo("The response was empty."));
            Assert.That(error.Entity, Is.EqualTo(Changed));
            Assert.That((error.Method, Ids.Named(error.Path!), error.Attempts, error.Status), Is.EqualTo(("PATCH", Path, 1, (int?)null)));
        }
    }

    [Test]
    public async Task Update_Refused_ReadsNothing(CancellationToken guard) =>
        await Assert.ThrowsAsync<FinancialsValidationException>(() => UpdateAsync("PATCH", guard, Reply.Status(400)));

    [Test]
    public async Task Delete_ResponseThatHoldsSomething_IsRetriedAndDoneWhereNothingIsLeft(CancellationToken guard) =>
        await DeleteAsync("DELETE DELETE", guard, Reply.Json("{}"), Reply.Status(404));

    [Test]
    public async Task Delete_GoneAfterThrottling_IsNotFound(CancellationToken guard) =>
        await Assert.ThrowsAsync<FinancialsNotFoundException>(() => DeleteAsync("DELETE DELETE", guard, Reply.Status(429), Reply.Status(404)));

    [Test]
    public async Task Delete_GoneAfterARefusalThatBrokeOff_IsDone(CancellationToken guard) =>
        await DeleteAsync("DELETE DELETE", guard, Reply.Torn(400, """{"error":"""), Reply.Status(404));

    // The present state of a customer that was not deleted was that of another one.
    [Test]
    public async Task Delete_StaleAndAnotherRecordRead_HasNoCurrent(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsStaleException>(() => DeleteAsync("DELETE GET", guard, IsStale, Another));

        Assert.That(error.Current, Is.Null);
    }

    [Test]
    public async Task Delete_Stale_HasTheCurrentOne(CancellationToken guard)
    {
        var error = await Assert.ThrowsAsync<FinancialsStaleException>(() => DeleteAsync("DELETE GET", guard, IsStale, Northwind));

        Assert.That(((Customer)error.Current!).DisplayName, Is.EqualTo("Northwind"));
        Assert.That(Ids.Named(error.Message), Is.EqualTo(Stale.Replace("PATCH", "DELETE", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Delete_StaleAndNotReadable_IsNotRetried(CancellationToken guard) =>
        await Assert.ThrowsAsync<FinancialsStaleException>(() => DeleteAsync("DELETE GET", guard, IsStale, Reply.Status(503)));

    private static Task<Customer> UpdateAsync(string methods, CancellationToken guard, params Func<RecordedRequest, HttpResponseMessage>[] responses) =>
        RunAsync(methods, customers => customers.UpdateAsync(Changed, cancellationToken: guard), responses);

    private static Task<bool> DeleteAsync(string methods, CancellationToken guard, params Func<RecordedRequest, HttpResponseMessage>[] responses) => RunAsync(
        methods,
        async customers =>
        {
            await customers.DeleteAsync(Before, guard);
            return true;
        },
        responses);

    private static async Task<T> RunAsync<T>(string methods, Func<CustomersClient, Task<T>> call, Func<RecordedRequest, HttpResponseMessage>[] responses)
    {
        using var transport = ScriptedTransport.InOrder(responses);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });
        try
        {
            return await call(client.Customers());
        }
        finally
        {
            Assert.That(transport.Methods, Is.EqualTo(methods));
        }
    }
}
