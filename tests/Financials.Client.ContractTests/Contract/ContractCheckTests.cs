using Financials.Client.ContractTests.Operations;

namespace Financials.Client.ContractTests.Contract;

/// <summary>The contract refuses requests and answers that are not its own.</summary>
public class ContractCheckTests
{
    private static readonly string Customers = $"/companies/{Ids.Company}/customers";
    private static readonly string Customer = $"{Customers}/{Ids.Customer}";

    private static readonly (WireRequest Request, string Problem)[] Refused =
    [
        (Request("GET", "/company"), "GET /company is no operation of the contract"),
        (Request("PUT", Customer), $"PUT {Customer} is no operation of the contract"),
        (Request("GET", $"{Customers}/"), $"GET {Customers}/ is no operation of the contract"),
        (Request("POST", $"{Customers}/%24ref") with { Body = "{}" }, $"POST {Customers}/%24ref is no operation of the contract"),
        (Request("GET", $"{Customers}/10000"), "customerId is \"10000\", which has not the format uuid"),
        (Request("GET", Customers) with { Query = Named("$search", "Coho") }, "GET /companies/{companyId}/customers has no query parameter $search"),
        (Request("GET", Customers) with { Query = Named("$top", "-1") }, "$top is -1, less than 0"),
        (Request("GET", Customers) with { Query = Named("$top", "all") }, "$top is \"all\", which is no integer"),
        (Request("GET", Customer, "If-Match", "*"), "GET /companies/{companyId}/customers/{customerId} has no header parameter If-Match"),
        (Request("DELETE", Customer), "the header parameter If-Match is missing"),
        (Request("GET", Customer) with { Headers = Named("Accept", "application/json") }, "the request carries no bearer token"),
        (Request("GET", Customer) with { Body = "{}" }, "GET /companies/{companyId}/customers/{customerId} has no body, and one was sent"),
        (Request("POST", Customers), "POST /companies/{companyId}/customers needs a body, and none was sent"),
        (Request("POST", Customers, "Content-Type", "text/plain") with { Body = "{}" }, "the request is of the type text/plain, not application/json"),
        (Request("POST", Customers, "Content-Type", "application/json") with { Body = """{"taxAreaDisplayName":"Atlanta"}""" }, "$.taxAreaDisplayName is read-only"),
    ];

    private static readonly (string Operation, WireAnswer Answer, string Problem)[] Wrong =
    [
        ("getCustomer", new(204, null, ""), "GET /companies/{companyId}/customers/{customerId} has no answer 204"),
        ("getCustomer", new(200, "text/html", "<html>"), "the answer is of the type text/html, not application/json"),
        ("getCustomer", new(200, "application/json", "{"), "the answer is no JSON"),
        ("getCustomer", new(200, "application/json", """{"name":"Coho"}"""), "$.name is unknown to the contract"),
        ("getCustomer", new(400, "application/json", """{"error":"no"}"""), "$.error is \"no\", which is no object"),
        ("countCustomers", new(200, "text/plain", "\"many\""), "$ is \"many\", which is no integer"),
        ("deleteCustomer", new(204, null, "{}"), "the answer has a body, and none was expected"),
    ];

    private static IEnumerable<TestCaseData> Requests() => Refused.Select(row => new TestCaseData(row.Request, row.Problem).SetArgDisplayNames(row.Problem));

    private static IEnumerable<TestCaseData> Answers() => Wrong.Select(row => new TestCaseData(row.Operation, row.Answer, row.Problem).SetArgDisplayNames(row.Problem));

    [TestCaseSource(nameof(Requests))]
    public void Request_OutsideTheContract_IsNamed(object request, string problem) =>
        Assert.That(ContractCheck.Documented.Problems((WireRequest)request), Has.Some.EqualTo(problem));

    [TestCaseSource(nameof(Answers))]
    public void Answer_OutsideTheContract_IsNamed(string operation, object answer, string problem) =>
        Assert.That(
            ContractCheck.Documented.Problems(OpenApiDocument.Documented.Operations.Single(known => known.Id == operation), (WireAnswer)answer),
            Has.Some.StartsWith(problem));

    [Test]
    public void Failure_InAGatewaysOwnWords_IsNoProblem() =>
        Assert.That(ContractCheck.Documented.Problems(OpenApiDocument.Documented.Operations[0], new(502, "text/html", "<html>")), Is.Empty);

    private static WireRequest Request(string method, string path, string? header = null, string? value = null) => new(
        method,
        path,
        Named(),
        new Dictionary<string, string>(Named("Authorization", "Bearer token")) { [header ?? "Accept"] = value ?? "application/json" },
        "");

    private static Dictionary<string, string> Named(string? name = null, string value = "") => name is null ? [] : new() { [name] = value };
}
