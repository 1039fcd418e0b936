using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>Where a service lacks a documented operation, the error names the call that works, and nothing else is tried.</summary>
public class UnsupportedOperationTests
{
    private static readonly (int Status, string? Code)[] Refusals =
    [
        (404, null), (404, "BadRequest_ResourceNotFound"), (405, null), (405, "BadRequest_MethodNotAllowed"),
        (501, null), (501, "BadRequest_MethodNotImplemented"), (400, "BadRequest_MethodNotAllowed"),
    ];

    private static readonly (string Name, Func<CompanyClient, Task> Call, string WorkingCall)[] Operations =
    [
        ("AddReferenceAsync(customer)", company => company.Customers.AddReferenceAsync(new Customer { Number = "1", DisplayName = "Coho" }), "company.Customers.CreateAsync(customer)"),
        ("AddReferenceAsync(id)", company => company.Customers.AddReferenceAsync(Ids.Customer), "company.Customers.GetAsync(customerId)"),
        ("SalesInvoices[id].Customer.CreateAsync", company => company.SalesInvoices[Ids.Invoice].Customer.CreateAsync(new Customer { DisplayName = "Coho" }), "company.SalesInvoices[invoiceId].CreateAndAssignCustomerAsync(customer)"),
        ("Payments[paymentId].CreateAsync", company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].CreateAsync(new CustomerPayment { Amount = -1m }), "company.PaymentJournals[journalId].Payments.CreateAsync(payment)"),
        ("CustomerPayments.CreateAsync", company => company.CustomerPayments.CreateAsync(new CustomerPayment { Amount = -1m }), "company.PaymentJournals[journalId].Payments.CreateAsync(payment)"),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from operation in Operations
        from refusal in Refusals
        select new TestCaseData(operation.Call, operation.WorkingCall, refusal.Status, refusal.Code).SetArgDisplayNames(operation.Name, $"{refusal.Status} {refusal.Code}");

    [TestCaseSource(nameof(Cases))]
    public async Task Operation_ThatTheServiceLacks_NamesTheCallThatWorks(Func<CompanyClient, Task> call, string workingCall, int status, string? code)
    {
        using var transport = ScriptedTransport.Answering(code is null ? "" : $$$"""{"error":{"code":"{{{code}}}","message":"No."}}""", (HttpStatusCode)status);
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsNotSupportedException>(() => call(client.Companies[Ids.Company]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.StartWith("This service has no such operation. ").And.Contain(workingCall));
            Assert.That(error.Status, Is.EqualTo(status));
            Assert.That(error.Code, Is.EqualTo(code));
            Assert.That(transport.Requests, Has.Count.EqualTo(1), "Another operation than the one that was asked for must not be tried silently.");
        }
    }

    private static IEnumerable<TestCaseData> KnownCases() =>
        from operation in Operations
        select new TestCaseData(operation.Call, operation.WorkingCall).SetArgDisplayNames(operation.Name);

    [TestCaseSource(nameof(KnownCases))]
    public void Operation_ThatBusinessCentralIsKnownToLack_IsRefusedBeforeAnythingIsSent(Func<CompanyClient, Task> call, string workingCall)
    {
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.BusinessCentral(transport);

        Assert.That(
            async () => await call(client.Companies[Ids.Company]),
            Throws.InstanceOf<FinancialsNotSupportedException>().With.Message.StartsWith("This service has no such operation. ").And.Message.Contains(workingCall));
        Assert.That(transport.Requests, Is.Empty);
    }

    private const string ThereFor = " are there for a client of FinancialsService.BusinessCentral.";

    private static readonly (string Name, Func<CompanyClient, Task> Call, string Elsewhere)[] CentralOperations =
    [
        ("PaymentJournals[id].PostAsync", company => company.PaymentJournals[Ids.Journal].PostAsync(), "Post the journal with a client of FinancialsService.BusinessCentral, or in Business Central itself."),
        ("Lines.CreateAsync", company => company.SalesInvoices[Ids.Invoice].Lines.CreateAsync(new SalesInvoiceLine { Description = "Text" }), "Lines of invoices" + ThereFor),
        ("Lines.GetAsync", company => company.SalesInvoices[Ids.Invoice].Lines.GetAsync(Ids.Term), "Lines of invoices" + ThereFor),
        ("Lines.ToListAsync", company => company.SalesInvoices[Ids.Invoice].Lines.ToListAsync(), "Lines of invoices" + ThereFor),
        ("Lines.DeleteAsync", company => company.SalesInvoices[Ids.Invoice].Lines.DeleteAsync(Ids.Term), "Lines of invoices" + ThereFor),
        ("TaxAreas.CreateAsync", company => company.TaxAreas.CreateAsync(new TaxArea { Code = "X" }), "Tax areas" + ThereFor),
        ("TaxAreas.ChangesSince", company => company.TaxAreas.ChangesSince(ChangeWatermark.Beginning).GetAsyncEnumerator().MoveNextAsync().AsTask(), "Tax areas" + ThereFor),
        ("CountriesAndRegions.ToListAsync", company => company.CountriesAndRegions.ToListAsync(), "Countries and regions" + ThereFor),
        ("Accounts.GetByNumberAsync", company => company.Accounts.GetByNumberAsync("40100"), "Accounts" + ThereFor),
        ("Accounts.CountAsync", company => company.Accounts.CountAsync(), "Accounts" + ThereFor),
        ("GeneralLedgerEntries.FirstOrDefaultAsync", company => company.GeneralLedgerEntries.FirstOrDefaultAsync(), "Ledger entries" + ThereFor),
        ("Dimensions.GetByCodeAsync", company => company.Dimensions.GetByCodeAsync("AREA"), "Dimensions" + ThereFor),
        ("Dimensions.ToListAsync", company => company.Dimensions.ToListAsync(), "Dimensions" + ThereFor),
        ("Dimensions[id].Values.GetAsync", company => company.Dimensions[Ids.Dimension].Values.GetAsync(Ids.Value), "Dimensions" + ThereFor),
        ("DefaultDimensions.CreateAsync", company => company.Customers[Ids.Customer].DefaultDimensions.CreateAsync(new DefaultDimension { DimensionId = Ids.Dimension }), "Default dimensions" + ThereFor),
        ("Payments[id].DimensionSetLines.DeleteAsync", company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].DimensionSetLines.DeleteAsync(Ids.Dimension), "Dimensions of payments" + ThereFor),
        ("SalesInvoices[id].DimensionSetLines.CreateAsync", company => company.SalesInvoices[Ids.Invoice].DimensionSetLines.CreateAsync(new DimensionSetLine { Code = "AREA", ValueCode = "30" }), "Dimensions of invoices" + ThereFor),
        ("SalesInvoices[id].GetPdfAsync", company => company.SalesInvoices[Ids.Invoice].GetPdfAsync(), "Printed invoices" + ThereFor),
        ("Attachments of an invoice", company => company.SalesInvoices[Ids.Invoice].Attachments.ToListAsync(), "Attachments" + ThereFor),
        ("Attachments of a payment", company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].Attachments.ToListAsync(), "Attachments" + ThereFor),
        ("Attachments.CreateAsync", company => company.SalesInvoices[Ids.Invoice].Attachments.CreateAsync(new() { FileName = "a.txt" }), "Attachments" + ThereFor),
        ("Attachments.UploadAsync", company => company.SalesInvoices[Ids.Invoice].Attachments.UploadAsync(new() { FileName = "a.txt" }, new byte[1]), "Attachments" + ThereFor),
        ("Attachments.GetContentAsync", company => company.SalesInvoices[Ids.Invoice].Attachments.GetContentAsync(Ids.Attachment), "Attachments" + ThereFor),
        ("Attachments.SetContentAsync", company => company.SalesInvoices[Ids.Invoice].Attachments.SetContentAsync(FinancialsModelFactory.Attachment(new()), new byte[1]), "Attachments" + ThereFor),
        ("Lines.Where", company => company.SalesInvoices[Ids.Invoice].Lines.Where(line => line.Quantity > 1m).ToListAsync(), "Lines of invoices" + ThereFor),
    ];

    private static IEnumerable<TestCaseData> CentralCases() => CentralOperations.Select(o => new TestCaseData(o.Call, o.Elsewhere).SetArgDisplayNames(o.Name));

    [TestCaseSource(nameof(CentralCases))]
    public void Operation_ThatTheDocumentedSurfaceIsKnownToLack_NamesTheServiceThatHasIt(Func<CompanyClient, Task> call, string elsewhere)
    {
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.Facade(transport);

        Assert.That(
            async () => await call(client.Companies[Ids.Company]),
            Throws.InstanceOf<FinancialsNotSupportedException>().With.Message.EqualTo($"This service has no such operation. {elsewhere}"));
        Assert.That(transport.Requests, Is.Empty);
    }

    /// <summary>There an invoice's customer can only be read.</summary>
    [Test]
    public void CustomerOfAnInvoice_ChangedInBusinessCentral_IsRefusedAndNamesTheCallsThatWork()
    {
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.BusinessCentral(transport);
        var customer = client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].Customer;
        var read = FinancialsModelFactory.Customer(new() { DisplayName = "Coho" }, Ids.Customer, "W/\"1\"");
        foreach (var call in (Func<Task>[])[() => customer.UpdateAsync(read with { DisplayName = "Relecloud" }), () => customer.DeleteAsync(read)])
        {
            Assert.That(call, Throws.InstanceOf<FinancialsNotSupportedException>().With.Message.EqualTo(
                "This service has no such operation. Use company.Customers.UpdateAsync(customer) or company.Customers.DeleteAsync(customer) instead."));
        }

        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public void FinancialDetails_OnTheDocumentedSurface_NameThePropertiesOfTheCustomer()
    {
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.Facade(transport);

        Assert.That(
            async () => await client.Companies[Ids.Company].Customers[Ids.Customer].GetFinancialDetailsAsync(),
            Throws.InstanceOf<FinancialsNotSupportedException>().With.Message.Contains("Balance, OverdueAmount and TotalSalesExcludingTax are properties of the customer itself"));
        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task PaymentWithoutAJournal_OnAServiceThatNeedsOne_NamesTheCallThatWorks()
    {
        using var transport = ScriptedTransport.Answering(
            """{"error":{"code":"Application_DialogException","message":"You must specify a journal batch ID or a journal ID to get a journal line."}}""",
            HttpStatusCode.BadRequest);
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsNotSupportedException>(
            () => client.Companies[Ids.Company].CustomerPayments.CreateAsync(new CustomerPayment { Amount = -1m }));

        Assert.That(error.Message, Does.StartWith(
            "The service takes a payment only in a journal, and this address names none. Use company.PaymentJournals[journalId].Payments.CreateAsync(payment) instead. The service says: You must"));
    }

    [TestCase("Internal_RecordNotFound")]
    [TestCase("Internal_CompanyNotFound")]
    public async Task Operation_WhoseRecordIsMissing_IsNotCalledUnsupported(string code)
    {
        using var transport = ScriptedTransport.Answering($$$"""{"error":{"code":"{{{code}}}","message":"No."}}""", HttpStatusCode.NotFound);
        using var client = TestClients.Facade(transport);

        await Assert.ThrowsAsync<FinancialsNotFoundException>(
            () => client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].Customer.CreateAsync(new Customer { DisplayName = "Coho" }));
    }
}
