using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>
/// What a person reads who has nothing but the exception, for the twelve most common failures. The texts are in
/// <c>Approved</c>: the message on the first line, then the whole exception without its stack trace. Where a text changes, the new one is written
/// beside the approved one; rename it to approve it.
/// </summary>
public partial class ApprovedTextTests
{
    private static readonly Customer Stored = FinancialsModelFactory.Customer(new() { Number = "10000", DisplayName = "Coho Winery" }, Ids.Customer, "W/\"1\"");

    private static readonly FailedCall[] Failures =
    [
        FailedCall.Create(
            "duplicate-key", 400,
            """{"error":{"code":"Internal_EntityWithSameKeyExists","message":"The record in table Customer already exists. Identification fields and values: No.='10000'  CorrelationId:  2c074c12-1644-4f2c-befb-efd681f5a595."}}""") with { LookUp = """{"value":[]}""" },
        new FailedCall(
            "stale-version", company => company.Customers.UpdateAsync(Stored with { Email = "ap@coho.example" }), 409,
            """{"error":{"code":"Request_EntityChanged","message":"Another user has already changed the record."}}"""),
        new FailedCall(
            "business-rule", company => company.PaymentJournals[Ids.Journal].Payments.CreateAsync(new CustomerPayment { LineNumber = 10000, CustomerNumber = "10400", Amount = 1500m }), 400,
            """{"error":{"code":"Application_DialogException","message":"The \"amount\" should be a negative number.  CorrelationId:  86be6b7c-8c80-4c27-8a27-3d8d203363f4."}}"""),
        FailedCall.Create(
            "read-only-member", 400,
            """{"error":{"code":"BadRequest","message":"Control 'taxAreaDisplayName' is read-only.  CorrelationId:  86be6b7c-8c80-4c27-8a27-3d8d203363f4."}}"""),
        FailedCall.Create(
            "required-field", 400,
            """{"error":{"code":"Application_DialogException","message":"A \"displayName\" must be provided.  CorrelationId:  86be6b7c-8c80-4c27-8a27-3d8d203363f4."}}"""),
        new FailedCall(
            "missing-record", company => company.Customers.GetAsync(Ids.Customer), 404,
            """{"error":{"code":"Internal_RecordNotFound","message":"The Customer does not exist. Identification fields and values: SystemId='{52a499d6-99d6-52a4-d699-a452d699a452}'  CorrelationId:  41403538-77d3-4eed-ac4a-84b730dc6310."}}"""),
        new FailedCall(
            "not-supported", company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].CreateAsync(new CustomerPayment { Amount = -1500m }), 404,
            """{"error":{"code":"BadRequest_ResourceNotFound","message":"Resource not found for the segment 'customerPaymentsJournals'."}}"""),
        FailedCall.Create(
            "token-rejected", 401,
            """{"error":{"code":"Authentication_InvalidCredentials","message":"The server has rejected the client credentials."}}"""),
        FailedCall.Create(
            "forbidden", 403,
            """{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation.","innerError":{"request-id":"94fb3b52-452a-4535-a601-69e0a90e3aa2","date":"2017-03-17T19:02:22"}}}"""),
        FailedCall.Create(
            "throttled", 429,
            """{"error":{"code":"TooManyRequests","innerError":{"code":"429","request-id":"94fb3b52-452a-4535-a601-69e0a90e3aa2"},"message":"Please retry again later."}}""")
            with { Headers = new Dictionary<string, string> { ["Retry-After"] = "2.128" } },
        FailedCall.Read(
            "gateway-error", 502,
            "<html><head><title>502 Bad Gateway</title></head><body>upstream said <b>no</b></body></html>")
            with { ContentType = "text/html", Headers = new Dictionary<string, string> { ["request-id"] = "3c1e2b0a-0d4f-4a51-9a56-6f5e4d3c2b1a", ["Retry-After"] = "30" } },
        new FailedCall("outcome-unknown", company => company.Customers.CreateAsync(new Customer { DisplayName = "Coho Winery" }), 504, ""),
        FailedCall.Create("unreachable", 0, "")
            with { Breakdown = new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (service.example:443)") },
    ];

    private static IEnumerable<TestCaseData> Cases() => Failures.Select(failure => new TestCaseData(failure).SetArgDisplayNames(failure.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task ExceptionText_OfACommonFailure_IsTheApprovedOne(object failure)
    {
        var failed = (FailedCall)failure;
        var folder = Repository.PathOf("tests/Financials.Client.Tests/Errors/Approved");
        var approvedFile = Path.Combine(folder, $"{failed.Name}.txt");
        var receivedFile = Path.Combine(folder, $"{failed.Name}.received.txt");
        var error = await failed.FailAsync();

        var received = WithoutStackTrace($"{error.Message}\n{error}");
        var approved = File.Exists(approvedFile) ? (await File.ReadAllTextAsync(approvedFile)).ReplaceLineEndings("\n") : "";

        if (received == approved)
        {
            File.Delete(receivedFile);
            return;
        }

        await File.WriteAllTextAsync(receivedFile, received);
        Assert.Fail($"The text of '{failed.Name}' has changed.\n--- approved:\n{approved}\n--- received, also in {failed.Name}.received.txt:\n{received}");
    }

    [Test]
    public void ApprovedTexts_InTheFolder_AreThoseOfTheFailures() =>
        Assert.That(
            Directory.GetFiles(Repository.PathOf("tests/Financials.Client.Tests/Errors/Approved"), "*.txt")
                .Select(Path.GetFileNameWithoutExtension).Where(name => !name!.EndsWith(".received", StringComparison.Ordinal)),
            Is.EquivalentTo(Failures.Select(failure => failure.Name)));

    private static string WithoutStackTrace(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal));
        return ClientRequestIdLine().Replace(string.Join('\n', lines) + "\n", "$1(a new one each time)");
    }

    [GeneratedRegex("(Client request id: )[0-9a-f-]{36}")]
    private static partial Regex ClientRequestIdLine();
}
