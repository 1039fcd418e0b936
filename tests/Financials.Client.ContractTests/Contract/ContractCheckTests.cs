using Financials.Client.ContractTests.Operations;

namespace Financials.Client.ContractTests.Contract;

/// <summary>The contract refuses requests and answers that are not its own.</summary>
public class ContractCheckTests
{
    private static readonly string Customers = $"/companies/{Ids.Company}/customers";
    private static readonly string Customer = $"{Customers}/{Ids.Customer}";
    private static readonly string CustomersOfBusinessCentral = $"/companies({Ids.Company})/customers";
    private static readonly string CustomerOfBusinessCentral = $"{CustomersOfBusinessCentral}({Ids.Customer})";
    private static readonly string Content = $"/companies({Ids.Company})/attachments({Ids.Payment})/attachmentContent";

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

    private static readonly (WireRequest Request, string Problem)[] RefusedByBusinessCentral =
    [
        (Request("GET", Customer), $"GET {Customer} is no operation of the contract"),
        (Request("GET", $"{CustomersOfBusinessCentral}()"), $"GET {CustomersOfBusinessCentral}() is no operation of the contract"),
        (Request("GET", $"{CustomersOfBusinessCentral}(10000)"), "customerId is \"10000\", which has not the format uuid"),
        (Request("GET", $"{CustomersOfBusinessCentral}/$ref"), $"GET {CustomersOfBusinessCentral}/$ref is no operation of the contract"),
        (
            Request("GET", CustomersOfBusinessCentral) with { Query = Named("$search", "Coho") },
            "GET /companies({companyId})/customers has no query parameter $search"
        ),
        (Request("PATCH", CustomerOfBusinessCentral), "the header parameter If-Match is missing"),
        (
            Request("POST", CustomersOfBusinessCentral, "Content-Type", "application/json") with { Body = """{"blocked":" "}""" },
            "$.blocked is \" \", which is no Enum of Business Central's"
        ),
        (
            Request("PATCH", Content, "Content-Type", "application/json") with { Body = "{}" },
            "the request is of the type application/json, not application/octet-stream"
        ),
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

    private static readonly (string Operation, WireAnswer Answer, string Problem)[] WrongInBusinessCentral =
    [
        ("getCustomer", new(200, "text/html; charset=utf-8", "<html>"), "the answer is of the type text/html; charset=utf-8, not application/json"),
        ("getCustomer", new(200, "application/json; odata.metadata=minimal", """{"salespersonCode":"jo"}"""), "$.salespersonCode is \"jo\", which is no Code[20]"),
        ("postInvoice", new(200, "application/json", "{}"), "POST /companies({companyId})/salesInvoices({salesInvoiceId})/Microsoft.NAV.post has no answer 200"),
        ("getAttachmentContent", new(200, "application/pdf", "%PDF"), "the answer is of the type application/pdf, not application/octet-stream"),
    ];

    private static IEnumerable<TestCaseData> Requests() =>
        from rows in ((Surface Surface, (WireRequest Request, string Problem)[] Rows)[])
            [(Surface.Documented, Refused), (Surface.BusinessCentral, RefusedByBusinessCentral)]
        from row in rows.Rows
        select new TestCaseData(rows.Surface, row.Request, row.Problem).SetArgDisplayNames(rows.Surface.Name, row.Problem);

    private static IEnumerable<TestCaseData> Answers() =>
        from rows in ((Surface Surface, (string Operation, WireAnswer Answer, string Problem)[] Rows)[])
            [(Surface.Documented, Wrong), (Surface.BusinessCentral, WrongInBusinessCentral)]
        from row in rows.Rows
        select new TestCaseData(rows.Surface, row.Operation, row.Answer, row.Problem).SetArgDisplayNames(rows.Surface.Name, row.Problem);

    [TestCaseSource(nameof(Requests))]
    public void Request_OutsideTheContract_IsNamed(object surface, object request, string problem) =>
        Assert.That(((Surface)surface).Check.Problems((WireRequest)request), Has.Some.EqualTo(problem));

    [TestCaseSource(nameof(Answers))]
    public void Answer_OutsideTheContract_IsNamed(object surface, string operation, object answer, string problem)
    {
        var of = (Surface)surface;

        Assert.That(
            of.Check.Problems(of.Document.Operations.Single(known => known.Id == operation), (WireAnswer)answer),
            Has.Some.StartsWith(problem));
    }

    [Test]
    public void Failure_InAGatewaysOwnWords_IsNoProblem() =>
        Assert.That(Surface.Documented.Check.Problems(Surface.Documented.Document.Operations[0], new(502, "text/html", "<html>")), Is.Empty);

    [Test]
    public void Content_OfAFile_IsNotReadAsJson() => Assert.That(
        Surface.BusinessCentral.Check.Problems(
            Request("PATCH", Content, "Content-Type", "application/octet-stream") with
            {
                Headers = new Dictionary<string, string>
                {
                    ["Authorization"] = "Bearer token", ["Content-Type"] = "application/octet-stream", ["If-Match"] = "*",
                },
                Body = "%PDF",
            }),
        Is.Empty);

    private static WireRequest Request(string method, string path, string? header = null, string? value = null) => new(
        method,
        path,
        Named(),
        new Dictionary<string, string>(Named("Authorization", "Bearer token")) { [header ?? "Accept"] = value ?? "application/json" },
        "");

    private static Dictionary<string, string> Named(string? name = null, string value = "") => name is null ? [] : new() { [name] = value };
}
