namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>What Business Central's API v2.0 refuses, in its own words.</summary>
[TestFixture]
public sealed class RefusalTests
{
    private const string Unknown = "11111111-2222-4333-8444-555555555555";

    private CentralBench _bench = null!;

    /// <summary>Line, body, status, code and message. Words in braces stand for ids of the sample data.</summary>
    private static IEnumerable<TestCaseData> Rows =>
    [
        Row("POST /customers", "{}", "400 Application_DialogException: A \"displayName\" must be provided."),
        Row("POST /customers", """{"displayName":"A","address":{"city":"Atlanta"}}""", "400 BadRequest: The property 'address' does not exist on type 'Microsoft.NAV.customer'. Make sure to only use property names that are defined by the type."),
        Row("POST /customers", """{"displayName":"A","balance":1}""", "400 BadRequest: The property 'balance' does not exist on type 'Microsoft.NAV.customer'. Make sure to only use property names that are defined by the type."),
        Row("POST /customers", """{"displayName":"A","paymentTerms":{"code":"30D"}}""", "400 BadRequest: The property 'paymentTerms' does not exist on type 'Microsoft.NAV.customer'. Make sure to only use property names that are defined by the type."),
        Row("POST /customers", """{"displayName":"A","balanceDue":1}""", "400 BadRequest: Control 'balanceDue' is read-only."),
        Row("POST /customers", """{"displayName":"A","taxAreaDisplayName":"X"}""", "400 BadRequest: Control 'taxAreaDisplayName' is read-only."),
        Row("POST /customers", $$"""{"displayName":"A","id":"{{Unknown}}"}""", "400 BadRequest: Control 'id' is read-only."),
        Row("POST /customers", """{"displayName":"A","blocked":"Half"}""", "400 Application_EvaluateException: 'Half' is not an option. The existing options are:  ,Ship,Invoice,All"),
        Row("POST /customers", """{"displayName":"A","country":"UNITED-STATES"}""", "400 Application_StringExceededLength: The length of the string is 13, but it must be less than or equal to 10 characters. Value: UNITED-STATES"),
        Row("POST /customers", """{"displayName":"A","creditLimit":"much"}""", "400 BadRequest: Cannot convert the literal 'much' to the expected type 'Edm.Decimal'."),
        Row("POST /customers", """{"displayName":"A","number":"20000"}""", "400 Internal_EntityWithSameKeyExists: The record in table Customer already exists. Identification fields and values: No.='20000'"),
        Row("POST /customers", $$"""{"displayName":"A","paymentTermsId":"{{Unknown}}"}""", "400 Application_DialogException: The \"paymentTermsId\" does not match to a Payment Terms."),
        Row("PATCH /customers({customer})", """{"city":"Athens"}""", "400 BadRequest_InvalidToken: Could not validate the client concurrency token required by the service. Please provide a valid token in the client request."),
        Row("DELETE /customers({customer})", null, "409 Request_EntityChanged: Another user has already changed the record.", "W/\"b2xk\""),
        Row("GET /customers/{customer}", null, "404 BadRequest_ResourceNotFound: Resource not found for the segment '{customer}'."),
        Row("GET /customers(20000)", null, "400 BadRequest_NotFound: Bad Request - Error in query syntax."),
        Row($"GET /customers({Unknown})", null, "404 Internal_RecordNotFound: The Customer does not exist."),
        Row("POST /customers/$ref", "{}", "405 BadRequest_MethodNotAllowed: 'POST' requests for 'customers' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services."),
        Row("GET /customers?$filter=address/city eq 'Atlanta'", null, "400 BadRequest: Could not find a property named 'address/city' on type 'Microsoft.NAV.customer'."),
        Row("GET /customers?$select=address", null, "400 BadRequest: Could not find a property named 'address' on type 'Microsoft.NAV.customer'."),
        Row("GET /customers?$expand=customerPayments", null, "400 BadRequest: Could not find a property named 'customerPayments' on type 'Microsoft.NAV.customer'."),

        Row("POST /customerPayments", """{"amount":-1}""", "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("POST /customerPayments", """{"journalDisplayName":"DEFAULT"}""", "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("POST /customerPayments", """{"journalId":"00000000-0000-0000-0000-000000000000"}""", "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("POST {payments}", $$"""{"journalId":"{{Unknown}}"}""", "400 Application_DialogException: The Journal Id and Journal Display Name do not match."),
        Row("POST {payments}", """{"contactId":"CT000012"}""", "400 BadRequest: The property 'contactId' does not exist on type 'Microsoft.NAV.customerPayment'. Make sure to only use property names that are defined by the type."),
        Row("POST {payments}", $$"""{"customerId":"{{Unknown}}"}""", "400 Application_DialogException: The \"customerId\" does not match to a Customer."),
        Row("POST {payments}", """{"lineNumber":10000}""", "400 Internal_EntityWithSameKeyExists: The record in table Gen. Journal Line already exists. Identification fields and values: Line No.='10000'"),
        Row("PATCH /customerPayments({payment})", $$"""{"journalId":"{{Unknown}}"}""", "400 Application_DialogException: The Journal Id cannot be changed.", "*"),
        Row("PATCH /customerPayments({payment})", """{"journalDisplayName":"OTHER"}""", "400 Application_DialogException: The Journal Batch Display Name cannot be changed.", "*"),
        Row("GET /customerPayments", null, "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("GET /customerPayments?$filter=journalDisplayName eq 'DEFAULT'", null, "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("POST /customerPaymentsJournals({journal})/customerPayments({payment})", "{}", "404 BadRequest_ResourceNotFound: Resource not found for the segment 'customerPaymentsJournals'."),

        Row("POST /customerPaymentJournals", """{"displayName":"A"}""", "400 BadRequest_RequiredParamNotProvided: Field 'code' must not be blank or empty."),
        Row("POST /customerPaymentJournals", """{"code":"A","balancingAccountNumber":"1"}""", "400 BadRequest: Control 'balancingAccountNumber' is read-only."),

        Row("POST /salesInvoices", "{}", "400 Application_DialogException: A \"customerNumber\" or a \"customerId\" must be provided."),
        Row("POST /salesInvoices", """{"customerNumber":"20000","billToCity":"Atlanta"}""", "400 BadRequest: Control 'billToCity' is read-only."),
        Row("POST /salesInvoices", """{"customerNumber":"20000","billToAddressLine1":"1 Road"}""", "400 BadRequest: Control 'billToAddressLine1' is read-only."),
        Row("POST /salesInvoices", """{"customerNumber":"20000","remainingAmount":1}""", "400 BadRequest: Control 'remainingAmount' is read-only."),
        Row("POST /salesInvoices", """{"customerNumber":"20000","status":"In_x0020_Review"}""", "400 BadRequest: Control 'status' is read-only."),
        Row("POST /salesInvoices({open})/Microsoft.NAV.post", null, "400 Application_DialogException: The action can be applied to a draft invoice only."),
        Row("POST /salesInvoices({open})/post", null, "404 BadRequest_ResourceNotFound: Resource not found for the segment 'post'."),
        Row("GET /salesInvoices({open})/Microsoft.NAV.post", null, "405 BadRequest_MethodNotAllowed: 'GET' requests for 'Microsoft.NAV.post' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services."),
        Row("POST /salesInvoices({draft})/customer", """{"displayName":"A"}""", "405 BadRequest_MethodNotAllowed: 'POST' requests for 'customer' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services."),
        Row("GET /vendors", null, "404 BadRequest_ResourceNotFound: Resource not found for the segment 'vendors'."),
    ];

    [OneTimeSetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [OneTimeTearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [TestCaseSource(nameof(Rows))]
    public async Task Request_AgainstARule_IsRefusedInTheServicesWords(string line, string? body, string refusal, string? ifMatch)
    {
        var before = Count();
        var answer = await _bench.SendAsync(Real(line), body, ifMatch is null ? [] : [("If-Match", ifMatch)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Refusal, Is.EqualTo(Real(refusal)));
            Assert.That(Count(), Is.EqualTo(before), "what there is");
        }
    }

    private static TestCaseData Row(string line, string? body, string refusal, string? ifMatch = null) =>
        new TestCaseData(line, body, refusal, ifMatch).SetArgDisplayNames(line, body ?? "", refusal.Split(':')[0], ifMatch ?? "");

    private (int, int, int) Count() => (_bench.Company.CustomerCount, _bench.Company.PaymentCount, _bench.Company.SalesInvoices.Count);

    private string Real(string text) => text
        .Replace("{payments}", _bench.Payments, StringComparison.Ordinal)
        .Replace("{payment}", $"{_bench.Company.AllPayments[0].Id}", StringComparison.Ordinal)
        .Replace("{journal}", $"{_bench.Documented.JournalId}", StringComparison.Ordinal)
        .Replace("{customer}", $"{_bench.Company.Customers[0].Id}", StringComparison.Ordinal)
        .Replace("{open}", $"{_bench.Company.SalesInvoices[0].Id}", StringComparison.Ordinal)
        .Replace("{draft}", $"{_bench.Company.SalesInvoices.First(invoice => invoice.Status == Client.SalesInvoiceStatus.Draft).Id}", StringComparison.Ordinal);
}
