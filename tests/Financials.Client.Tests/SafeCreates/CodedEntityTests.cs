using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>Whatever has a code is found by it, among others, when the answer to its create is lost.</summary>
[CancelAfter(20_000)]
public class CodedEntityTests
{
    private static IEnumerable<TestCaseData> Sets =>
    [
        Set("customerPaymentJournals", async (company, guard) => (await company.PaymentJournals.CreateAsync(new() { Code = "new" }, guard)).Id),
        Set("paymentTerms", async (company, guard) => (await company.PaymentTerms.CreateAsync(new() { Code = "new" }, guard)).Id),
        Set("paymentMethods", async (company, guard) => (await company.PaymentMethods.CreateAsync(new() { Code = "new" }, guard)).Id),
        Set("shipmentMethods", async (company, guard) => (await company.ShipmentMethods.CreateAsync(new() { Code = "new" }, guard)).Id),
        Set("currencies", async (company, guard) => (await company.Currencies.CreateAsync(new() { Code = "new" }, guard)).Id),
    ];

    [TestCaseSource(nameof(Sets))]
    public async Task Create_AnswerLost_IsFoundByItsCode(
        string set, Func<CompanyClient, CancellationToken, Task<Guid?>> create, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        server[set].Insert(new() { ["code"] = "other" });
        using var client = server.Client();

        var id = await create(client.Companies[Ids.Company], guard);

        Assert.That(server[set].Rows.Single(row => row["code"]!.ToString() == "NEW")["id"]!.ToString(), Is.EqualTo(id.ToString()));
        Assert.That(server.Methods, Is.EqualTo("POST GET"));
    }

    private static TestCaseData Set(string path, Func<CompanyClient, CancellationToken, Task<Guid?>> create) =>
        new TestCaseData(path, create).SetArgDisplayNames(path);
}
