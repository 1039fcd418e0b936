using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Faults;

/// <summary>The service has done what it was asked, and its answer never arrives.</summary>
[TestFixture(nameof(Surface.Documented))]
[TestFixture(nameof(Surface.BusinessCentral))]
public class LostAnswerTests(string surface) : FaultTest
{
    private const string Duplicate =
        """{"error":{"code":"Internal_EntityWithSameKeyExists","message":"The record in table Customer already exists."}}""";

    private Stub Create => Stub("Customers/createCustomer");

    private Stub Found => Stub("Customers/listCustomers.lookUp");

    private Stub NotFound => Found.Answering(200, """{"value":[]}""");

    private Stub KeyExists => Create.Answering(400, Duplicate);

    private Stub SomebodyElse => Found.Answering(
        200, $$"""{"value":[{"id":"{{Ids.Importers}}","number":"10000","displayName":"Wide World Importers"}]}""");

    [Test]
    public async Task Create_AnswerLost_IsFoundAndNotSentAgain()
    {
        await Service.PlayAsync(Create.Breaking(WireFault.Reset), Found);

        var (created, _) = await MeetAsync("answer lost, then found", "create with a key", "Customers/createCustomer");

        Assert.That(ResultText.Of(created), Is.EqualTo(ResultText.Of(Exchange("Customers/createCustomer").Result)));
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["POST", "GET"]));
    }

    /// <summary>The first request was still under way when it was looked up.</summary>
    [Test]
    public async Task Create_AnswerLostThenDuplicateKey_IsFoundAndASuccess()
    {
        await Service.PlayAsync(Create.Breaking(WireFault.Empty), NotFound, KeyExists, Found);

        var (created, _) = await MeetAsync("answer lost, then duplicate key", "create with a key", "Customers/createCustomer");

        Assert.That(ResultText.Of(created), Is.EqualTo(ResultText.Of(Exchange("Customers/createCustomer").Result)));
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["POST", "GET", "POST", "GET"]));
    }

    [Test]
    public async Task Create_AnswerLostAndSomebodyElseHasTheKey_IsAConflict()
    {
        await Service.PlayAsync(Create.Breaking(WireFault.Reset), NotFound, KeyExists, SomebodyElse);

        var (_, error) = await MeetAsync("answer lost, then somebody else's key", "create with a key", "Customers/createCustomer");

        Assert.That(error, Is.TypeOf<FinancialsDuplicateException>());
        Assert.That(error!.Message, Does.StartWith("The response to the create was lost, and a record of the same key with other values is there now."));
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["POST", "GET", "POST", "GET"]));
    }

    [Test]
    public async Task Create_DuplicateKeyAtOnce_IsAConflictAndNothingIsAdopted()
    {
        await Service.PlayAsync(KeyExists, SomebodyElse);

        var (_, error) = await MeetAsync("duplicate key at once", "create with a key", "Customers/createCustomer");

        Assert.That(error, Is.TypeOf<FinancialsDuplicateException>());
        Assert.That(error!.Message, Does.StartWith("A record with this key exists already, so nothing was created."));
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["POST", "GET"]));
    }

    /// <summary>A gateway that repeats requests shows the second answer.</summary>
    [Test]
    public async Task Create_DuplicateKeyAtOnceOfAnEqualRecord_DoesNotSayThatNothingWasCreated()
    {
        await Service.PlayAsync(KeyExists, Found);

        var (_, error) = await MeetAsync("duplicate key of an equal record", "create with a key", "Customers/createCustomer");

        Assert.That(error, Is.TypeOf<FinancialsDuplicateException>());
        Assert.That(error!.Message, Does.StartWith("A record of the same key and with the same values exists. Somebody else may have created it, or this call"));
    }

    [Test]
    public async Task CreateOfAPayment_AnswerLost_IsFoundByItsLineNumber()
    {
        await Service.PlayAsync(
            Stub("CustomerPayments/createJournalPayment").Breaking(WireFault.Reset),
            Stub("CustomerPayments/listJournalPayments.lookUp"));

        var (payment, _) = await MeetAsync("answer lost, then found by line number", "create with a key", "CustomerPayments/createJournalPayment");

        Assert.That(ResultText.Of(payment), Is.EqualTo(ResultText.Of(Exchange("CustomerPayments/createJournalPayment").Result)));
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["POST", "GET"]));
    }

    [Test]
    public async Task Update_AnswerLostThenStaleVersion_IsReadAndASuccess()
    {
        var update = Stub("Customers/updateCustomer");
        var changed = update.Response["jsonBody"]!.ToJsonString();
        await Service.PlayAsync(
            update.Breaking(WireFault.Reset),
            update.Answering(409, StaleVersionTests.Changed),
            Stub("Customers/getCustomer").Answering(200, changed));

        var (updated, _) = await MeetAsync("answer lost, then stale version", "update", "Customers/updateCustomer");

        Assert.That(ResultText.Of(updated), Is.EqualTo(ResultText.Of(Exchange("Customers/updateCustomer").Result)));
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["PATCH", "PATCH", "GET"]));
    }

    [Test]
    public async Task Delete_AnswerLostThenGone_IsASuccess([Values("CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE")] string fault)
    {
        var delete = Stub("Customers/deleteCustomer");
        await Service.PlayAsync(
            delete.Breaking(new(fault)),
            delete.Answering(404, """{"error":{"code":"Internal_RecordNotFound","message":"The Customer does not exist."}}"""));

        var (_, error) = await MeetAsync("answer lost, then gone", "delete", "Customers/deleteCustomer");

        Assert.That(error, Is.Null);
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["DELETE", "DELETE"]));
    }

    [Test]
    public async Task Post_AnswerLostAndInvoiceOpen_IsReadAndASuccess()
    {
        await Service.PlayAsync(
            Stub("SalesInvoices/postInvoice").Breaking(WireFault.Reset), Stub("SalesInvoices/getInvoice").AnsweringWith("status", "Open"));

        var (_, error) = await MeetAsync("answer lost, then open", "action", "SalesInvoices/postInvoice");

        Assert.That(error, Is.Null);
        Assert.That(await MethodsAsync(), Is.EqualTo((string[])["POST", "GET"]));
    }

    private async Task<(object? Result, FinancialsException? Error)> MeetAsync(string fault, string operation, string file)
    {
        var exchange = Exchange(file);
        using var client = Service.Client(exchange.Surface, set: options => options.MaxRetries = 2);
        return await MeetAsync(exchange.Surface, fault, operation, () => exchange.Call(client));
    }

    private Exchange Exchange(string file) => AllExchanges.Of($"{surface}/{file}");

    private Stub Stub(string file) => WireMock.Stub.Of($"{surface}/{file}");

    private async Task<IEnumerable<string>> MethodsAsync() => (await Service.JournalAsync()).Select(request => request.Method);
}
