using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Rules;

/// <summary>What the service refuses, in its own words.</summary>
[TestFixture]
public sealed class RefusalTests
{
    private const string Unknown = "11111111-2222-4333-8444-555555555555";

    private Bench _bench = null!;
    private string _euro = "";

    /// <summary>Line, body, status, code and message. Words in braces stand for ids and versions of the sample data.</summary>
    private static IEnumerable<TestCaseData> Rows =>
    [
        Row("POST /customers", "{}", "400 Application_DialogException: A \"displayName\" must be provided."),
        Row("POST /customers", """{"displayName":" "}""", "400 Application_DialogException: The blank \"displayName\" is not allowed."),
        Row("POST /customers", """{"displayName":"A","colour":"red"}""", "400 BadRequest: The property 'colour' does not exist on type 'Microsoft.NAV.customer'. Make sure to only use property names that are defined by the type."),
        Row("POST /customers", """{"displayName":"A","taxAreaDisplayName":"X"}""", "400 BadRequest: Control 'taxAreaDisplayName' is read-only."),
        Row("POST /customers", $$"""{"displayName":"A","id":"{{Unknown}}"}""", "400 BadRequest: Control 'id' is read-only."),
        Row("POST /customers", """{"displayName":"A","balance":1}""", "400 BadRequest: Control 'balance' is read-only."),
        Row("POST /customers", """{"displayName":"A","currency":{"code":"EUR"}}""", "400 BadRequest: Control 'currency' is read-only."),
        Row("POST /customers", """{"displayName":"A","number":"{number}"}""", "400 Internal_EntityWithSameKeyExists: The record in table Customer already exists. Identification fields and values: No.='20000'"),
        Row("POST /customers", """{"displayName":"A","number":" {number} "}""", "400 Internal_EntityWithSameKeyExists: The record in table Customer already exists. Identification fields and values: No.='20000'"),
        Row("POST /customers", """{"displayName":"A","number":"123456789012345678901"}""", "400 Application_StringExceededLength: The length of the string is 21, but it must be less than or equal to 20 characters. Value: 123456789012345678901"),
        Row("POST /customers", """{"displayName":"A","currencyId":"11111111-2222-4333-8444-555555555555"}""", "400 Application_DialogException: The \"currencyId\" does not match to a Currency."),
        Row("POST /customers", """{"displayName":"A","currencyCode":"XXX"}""", "400 Application_DialogException: The \"currencyCode\" does not match to a Currency."),
        Row("POST /customers", """{"displayName":"A","currencyId":"{euro}","currencyCode":"GBP"}""", "400 Application_DialogException: The currency values do not match to a specific Currency."),
        Row("POST /customers", """{"displayName":"A","currencyId":"{euro}","currencyCode":"USD"}""", "400 Application_DialogException: The currency values do not match to a specific Currency."),
        Row("POST /customers", $$"""{"displayName":"A","paymentTermsId":"{{Unknown}}"}""", "400 Application_DialogException: The \"paymentTermsId\" does not match to a Payment Terms."),
        Row("POST /customers", $$"""{"displayName":"A","shipmentMethodId":"{{Unknown}}"}""", "400 Application_DialogException: The \"shipmentMethodId\" does not match to a Shipment Method."),
        Row("POST /customers", $$"""{"displayName":"A","paymentMethodId":"{{Unknown}}"}""", "400 Application_DialogException: The \"paymentMethodId\" does not match to a Payment Method."),
        Row("POST /customers", """{"displayName":"A","paymentTerms":{"code":"NEVER"}}""", "400 Application_DialogException: The \"paymentTerms\" does not match to a Payment Terms."),
        Row("POST /customers", """{"displayName":"A","email":"nobody"}""", "400 Application_DialogException: The email address \"nobody\" is not valid."),
        Row("POST /customers", """{"displayName":"A","blocked":"Half"}""", "400 Application_EvaluateException: 'Half' is not an option. The existing options are:  ,Ship,Invoice,All"),
        Row("POST /customers", """{"displayName":"A","address":{"street":"1 Road"}}""", "400 Application_DialogException: city must be specified."),
        Row("POST /customers", """{"displayName":"A","address":{}}""", "400 Application_DialogException: street must be specified."),
        Row("POST /customers", """{"displayName":"A","address":{"planet":"Mars"}}""", "400 BadRequest: The property 'planet' does not exist on type 'Microsoft.NAV.postalAddressType'. Make sure to only use property names that are defined by the type."),
        Row("POST /customers", """{"displayName":"A","taxLiable":"yes"}""", "400 BadRequest: Cannot convert the literal 'yes' to the expected type 'Edm.Boolean'."),
        Row("POST /customers", """{"displayName":7}""", "400 BadRequest: Cannot convert the literal '7' to the expected type 'Edm.String'."),
        Row("POST /customers", """{"displayName":"A","taxAreaId":"none"}""", "400 Application_InvalidGUID: Invalid format of GUID string 'none'."),
        Row("PATCH /customers/{customer}", """{"displayName":""}""", "400 Application_DialogException: The blank \"displayName\" is not allowed.", "*"),
        Row("PATCH /customers/{customer}", """{"number":"21000"}""", "400 Internal_EntityWithSameKeyExists: The record in table Customer already exists. Identification fields and values: No.='21000'", "*"),
        Row("PATCH /customers/{customer}", """{"number":""}""", "400 BadRequest_RequiredParamNotProvided: Field 'number' must not be blank or empty.", "*"),
        Row("PATCH /customers/{customer}", "{}", "400 BadRequest_InvalidToken: Could not validate the client concurrency token required by the service. Please provide a valid token in the client request."),
        Row("PATCH /customers/{customer}", """{"@odata.etag":"W/\"1\""}""", "400 BadRequest_InvalidToken: Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.", "1"),
        Row("PATCH /customers/{customer}", "{}", "409 Request_EntityChanged: Another user has already changed the record.", "W/\"b2xk\""),
        Row("DELETE /customers/{customer}", null, "409 Request_EntityChanged: Another user has already changed the record.", "W/\"b2xk\""),
        Row("DELETE /customers/{customer}", null, "400 Application_DialogException: You cannot delete Customer 20000 because it has ledger entries in a fiscal year that has not been closed yet."),
        Row($"GET /customers/{Unknown}", null, "404 Internal_RecordNotFound: The Customer does not exist."),
        Row("GET /customers/20000", null, "400 BadRequest_NotFound: Bad Request - Error in query syntax."),
        Row("GET /customers/{customer}/currency", null, "404 Internal_RecordNotFound: The Currency does not exist."),
        Row("GET /customers/{customer}/picture", null, "404 BadRequest_ResourceNotFound: Resource not found for the segment 'picture'."),
        Row("GET /vendors", null, "404 BadRequest_ResourceNotFound: Resource not found for the segment 'vendors'."),
        Row("GET /customerPaymentsJournals", null, "404 BadRequest_ResourceNotFound: Resource not found for the segment 'customerPaymentsJournals'."),
        Row("PATCH /customers", "{}", "405 BadRequest_MethodNotAllowed: 'PATCH' requests for 'customers' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services."),
        Row("POST /customers/{customer}/paymentTerm", "{}", "405 BadRequest_MethodNotAllowed: 'POST' requests for 'paymentTerm' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services."),

        Row("POST /customerPaymentJournals", """{"displayName":"A"}""", "400 BadRequest_RequiredParamNotProvided: Field 'code' must not be blank or empty."),
        Row("POST /customerPaymentJournals", """{"code":"default"}""", "400 Internal_EntityWithSameKeyExists: The record in table Gen. Journal Batch already exists. Identification fields and values: Name='DEFAULT'"),
        Row("POST /customerPaymentJournals", $$"""{"code":"A","balancingAccountId":"{{Unknown}}"}""", "400 Application_DialogException: The \"balancingAccountNumber\" does not match to a G/L Account."),
        Row("POST /customerPaymentJournals", """{"code":"A","balancingAccountNumber":"1"}""", "400 BadRequest: Control 'balancingAccountNumber' is read-only."),
        Row("POST /currencies", """{"code":"EUR"}""", "400 Internal_EntityWithSameKeyExists: The record in table Currency already exists. Identification fields and values: Code='EUR'"),
        Row("POST /paymentTerms", "{}", "400 BadRequest_RequiredParamNotProvided: Field 'code' must not be blank or empty."),

        Row("GET /customerPayments", null, "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("GET /customerPayments/$count", null, "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("POST /customerPayments", """{"amount":-1}""", "400 Application_DialogException: You must specify a journal batch ID or a journal ID to get a journal line."),
        Row("POST /customerPayments", """{"amount":-1,"journalDisplayName":"NOWHERE"}""", "400 Application_DialogException: The Journal Id and Journal Display Name do not match."),
        Row("POST {payments}", """{"journalDisplayName":"OTHER"}""", "400 Application_DialogException: The Journal Id and Journal Display Name do not match."),
        Row("POST {payments}", $$"""{"customerId":"{{Unknown}}"}""", "400 Application_DialogException: The \"customerId\" does not match to a Customer."),
        Row("POST {payments}", """{"customerNumber":"99999"}""", "400 Application_DialogException: The \"customerNumber\" does not match to a Customer."),
        Row("POST {payments}", """{"customerId":"{customer}","customerNumber":"21000"}""", "400 Application_DialogException: The customer values do not match to a specific Customer."),
        Row("POST {payments}", """{"appliesToInvoiceId":"{draft}"}""", "400 Application_DialogException: The \"appliesToInvoiceId\" should be the ID of an Open, Paid, Corrective, or Canceled Invoice."),
        Row("POST {payments}", """{"appliesToInvoiceId":"{open}","appliesToInvoiceNumber":"SI00004"}""", "400 Application_DialogException: The Applies To Invoice values do not match to the same Invoice."),
        Row("POST {payments}", """{"lineNumber":10000}""", "400 Internal_EntityWithSameKeyExists: The record in table Gen. Journal Line already exists. Identification fields and values: Line No.='10000'"),
        Row("POST {payments}", """{"amount":"12"}""", "400 BadRequest: Cannot convert the literal '12' to the expected type 'Edm.Decimal'."),
        Row("POST {payments}", """{"lineNumber":1.5}""", "400 BadRequest: Cannot convert the literal '1.5' to the expected type 'Edm.Int32'."),
        Row("POST {payments}", """{"postingDate":"31.1.2026"}""", "400 BadRequest: Cannot convert the literal '31.1.2026' to the expected type 'Edm.Date'."),
        Row("POST {payments}", """{"journalId":"{journal}"}""", "400 BadRequest: The property 'journalId' does not exist on type 'Microsoft.NAV.customerPayment'. Make sure to only use property names that are defined by the type."),
        Row("PATCH {payments}/{payment}", """{"journalDisplayName":"OTHER"}""", "400 Application_DialogException: The Journal Batch Display Name cannot be changed.", "*"),
        Row($"GET /customerPaymentJournals/{Unknown}/customerPayments", null, "404 Internal_RecordNotFound: The Gen. Journal Batch does not exist."),
        Row($"GET /customerPayments/{Unknown}", null, "404 Internal_RecordNotFound: The Gen. Journal Line does not exist."),

        Row("POST /salesInvoices", "{}", "400 Application_DialogException: A \"customerNumber\" or a \"customerId\" must be provided."),
        Row("POST /salesInvoices", """{"customerNumber":"99999"}""", "400 Application_DialogException: The sell-to customer cannot be found."),
        Row("POST /salesInvoices", """{"customerId":"{customer}","customerNumber":"21000"}""", "400 Application_DialogException: The sell-to customer values do not match to a specific Customer."),
        Row("POST /salesInvoices", """{"customerNumber":"20000","number":"X"}""", "400 BadRequest: Control 'number' is read-only."),
        Row("PATCH /salesInvoices/{open}", """{"dueDate":"2026-01-31"}""", "400 Application_DialogException: The invoice has been posted and can no longer be modified.", "*"),
        Row("POST /salesInvoices/{open}/customer", """{"displayName":"A"}""", "400 Application_DialogException: The invoice has been posted and can no longer be modified."),
        Row("POST /salesInvoices/{open}/post", null, "400 Application_DialogException: The action can be applied to a draft invoice only."),
        Row("POST /salesInvoices/{draft}/cancel", null, "400 Application_DialogException: The action can be applied to a posted invoice only."),
        Row("POST /salesInvoices/{draft}/pay", null, "404 BadRequest_ResourceNotFound: Resource not found for the segment 'pay'."),
        Row("GET /salesInvoices/{draft}/post", null, "405 BadRequest_MethodNotAllowed: 'GET' requests for 'post' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services."),

        Row("POST /customers/$ref", $$"""{"@odata.id":"https://service.example/financials/companies/x/customers/{{Unknown}}"}""", "404 Internal_RecordNotFound: The Customer does not exist."),
        Row("GET /customers?$filter=colour eq 'red'", null, "400 BadRequest: Could not find a property named 'colour' on type 'Microsoft.NAV.customer'."),
        Row("GET /customers?$filter=number eq '1' or displayName eq 'A'", null, "400 BadRequest: The 'OR' operator is not supported on distinct fields on an OData filter."),
    ];

    [OneTimeSetUp]
    public async Task Start()
    {
        _bench = await Bench.StartAsync();
        _euro = $"{(await _bench.Company.Currencies.FirstOrDefaultAsync(currency => currency.Code == "EUR"))!.Id}";
    }

    [OneTimeTearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [TestCaseSource(nameof(Rows))]
    public async Task Request_AgainstARule_IsRefusedInTheServicesWords(string line, string? body, string refusal, string? ifMatch)
    {
        var before = Count();
        var answer = await _bench.SendAsync(Real(line), body is null ? null : Real(body), ifMatch is null ? [] : [("If-Match", ifMatch)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Refusal, Is.EqualTo(refusal));
            Assert.That(Count(), Is.EqualTo(before), "what there is");
        }
    }

    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("""{"displayName":"A","displayName":"B"}""")]
    [TestCase("")]
    public async Task Body_ThatIsNoObject_IsRefused(string body)
    {
        var answer = await _bench.SendAsync("POST /customers", body);
        Assert.That(answer.Refusal, Does.StartWith("400 BadRequest: The request body could not be read."));
    }

    [Test]
    public async Task Body_OfAnotherContentType_IsRefused()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", _bench.Sandbox.Token);
        using var content = new StringContent("displayName=A", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync(new Uri($"{_bench.Sandbox.BaseAddress}/companies/{_bench.Sandbox.Company.Id}/customers"), content);
        Assert.That((int)response.StatusCode, Is.EqualTo(415));
    }

    private static TestCaseData Row(string line, string? body, string refusal, string? ifMatch = null) =>
        new TestCaseData(line, body, refusal, ifMatch).SetArgDisplayNames(line, body ?? "", refusal.Split(':')[0], ifMatch ?? "");

    private (int, int, int) Count() => (_bench.Sandbox.Company.CustomerCount, _bench.Sandbox.Company.PaymentCount, _bench.Sandbox.Company.SalesInvoices.Count);

    private string Real(string text)
    {
        var company = _bench.Sandbox.Company;
        return text
            .Replace("{payments}", $"/customerPaymentJournals/{_bench.JournalId}/customerPayments", StringComparison.Ordinal)
            .Replace("{payment}", $"{company.AllPayments[0].Id}", StringComparison.Ordinal)
            .Replace("{journal}", $"{_bench.JournalId}", StringComparison.Ordinal)
            .Replace("{customer}", $"{company.Customers[0].Id}", StringComparison.Ordinal)
            .Replace("{number}", company.Customers[0].Number, StringComparison.Ordinal)
            .Replace("{open}", $"{company.SalesInvoices[0].Id}", StringComparison.Ordinal)
            .Replace("{draft}", $"{company.SalesInvoices.First(invoice => invoice.Status == Client.SalesInvoiceStatus.Draft).Id}", StringComparison.Ordinal)
            .Replace("{euro}", _euro, StringComparison.Ordinal);
    }
}
