using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.ContractTests.Operations.Documented;

/// <summary>The exchanges with the documented surface: one row for each file.</summary>
internal static class DocumentedExchanges
{
    private static readonly DateTimeOffset InAugust = new(2019, 8, 18, 20, 5, 51, 603, TimeSpan.Zero);

    private static readonly Customer CohoOnTheWeb = Make.Customer(Samples.Coho with { Website = "https://coho.example" }, Ids.Customer);

    public static IReadOnlyList<Exchange> All { get; } = [.. Companies, .. Sets, .. Customers, .. Payments, .. Invoices, .. DocumentedExamples.All];

    private static IEnumerable<Exchange> Companies =>
    [
        new("Companies/listCompanies", async client => await client.Companies.ToListAsync(), (Company[])[Samples.Cronus]),
        new("Companies/getCompany", async client => await client.Companies.GetAsync(Ids.Company), Samples.Cronus),
    ];

    private static IEnumerable<Exchange> Sets =>
    [
        .. new SetExchanges<Customer>(
            "Customers", "Customer", "Customers", company => company.Customers, DocumentedExamples.NewCoho,
            [Samples.Coho, Samples.Importers], Ids.Customer, coho => coho with { Email = "accounts@coho.example" })
        { Created = DocumentedExamples.CreatedCoho }.All,

        .. new SetExchanges<PaymentJournal>(
            "PaymentJournals", "PaymentJournal", "PaymentJournals", company => company.PaymentJournals,
            new() { Code = "EDI-0317", DisplayName = "Remittances of 17 March", BalancingAccountId = Ids.Account },
            [Samples.Journal], Ids.Journal, journal => journal with { DisplayName = "Remittances" }).All,

        .. new SetExchanges<CustomerPayment>(
            "CustomerPayments", "JournalPayment", "JournalPayments", company => company.PaymentJournals[Ids.Journal].Payments,
            DocumentedExamples.NewJournalLine, [Samples.Payment], Ids.Payment, payment => payment with { Amount = -1499.95m })
        { Created = DocumentedExamples.CreatedJournalLine }.All,

        .. new SetExchanges<CustomerPayment>(
            "CustomerPayments", "Payment", "Payments", company => company.CustomerPayments,
            DocumentedExamples.NewRemittance, [Samples.Payment], Ids.Payment, payment => payment with { LineNumber = 20000 })
        { Created = DocumentedExamples.CreatedRemittance }.All,

        .. new SetExchanges<SalesInvoice>(
            "SalesInvoices", "Invoice", "Invoices", company => company.SalesInvoices,
            new() { CustomerId = Ids.Importers, InvoiceDate = new(2015, 11, 30), CustomerPurchaseOrderReference = "4711" },
            [Samples.Invoice], Ids.Invoice, invoice => invoice with { DueDate = new(2016, 1, 15) }).All,

        .. new SetExchanges<PaymentTerm>(
            "PaymentTerms", "PaymentTerm", "PaymentTerms", company => company.PaymentTerms,
            new()
            {
                Code = "1M(8D)", DisplayName = "1 Month/2% 8 days", DueDateCalculation = "1M", DiscountDateCalculation = "8D", DiscountPercent = 2m,
                CalculateDiscountOnCreditMemos = false,
            },
            [Samples.PaymentTerm], Ids.PaymentTerm, terms => terms with { DiscountPercent = 1.5m }).All,

        .. new SetExchanges<PaymentMethod>(
            "PaymentMethods", "PaymentMethod", "PaymentMethods", company => company.PaymentMethods,
            new() { Code = "BANK", DisplayName = "Bank Transfer" },
            [Samples.PaymentMethod], Ids.PaymentMethod, method => method with { DisplayName = "Bank" }).All,

        .. new SetExchanges<ShipmentMethod>(
            "ShipmentMethods", "ShipmentMethod", "ShipmentMethods", company => company.ShipmentMethods,
            new() { Code = "EXW", DisplayName = "Ex works" },
            [Samples.ShipmentMethod], Ids.ShipmentMethod, method => method with { Code = "FOB" }).All,

        .. new SetExchanges<Currency>(
            "Currencies", "Currency", "Currencies", company => company.Currencies,
            new() { Code = "EUR", DisplayName = "Euro", Symbol = "€", AmountDecimalPlaces = "2:2", AmountRoundingPrecision = 0.01m },
            [Samples.Euro], Ids.Currency, euro => euro with { Symbol = "EUR" }).All,
    ];

    private static IEnumerable<Exchange> Customers =>
    [
        Exchange.On("Customers/listCustomers.first", async company => await AllExchanges.PageAsync(company.Customers), (Customer[])[Samples.Coho]),
        Exchange.On(
            "Customers/listCustomers.lookUp",
            async company => await company.Customers.Where(c => c.Number == "10000").Take(2).ToListAsync(),
            (Customer[])[DocumentedExamples.CreatedCoho]),
        Exchange.On(
            "Customers/listCustomers.query",
            async company => await company.Customers
                .Where(c => c.DisplayName!.StartsWith("O'Brien & Søn") && c.TaxLiable == true)
                .OrderBy(c => c.DisplayName).ThenByDescending(c => c.Number)
                .Take(20).SelectFields(c => c.Number, c => c.DisplayName).Expand(c => c.Currency)
                .ToListAsync(),
            (Customer[])
            [
                Make.Customer(
                    new() { Number = "10400", DisplayName = "O'Brien & Sønner" }, Ids.Importers,
                    currency: Make.Currency(new() { Code = "EUR" }, Ids.Currency)),
            ]),
        Exchange.On("Customers/countCustomers.filtered", async company => await company.Customers.Where(c => c.LastModified > InAugust).CountAsync(), 3),
        Exchange.On(
            "Customers/updateCustomer.overwrite",
            async company => await company.Customers.UpdateAsync(CohoOnTheWeb.Id!.Value, Moved(CohoOnTheWeb) with { Website = null }),
            Moved(Samples.Coho)),
        Exchange.Do("Customers/deleteCustomer.byId", company => company.Customers.DeleteAsync(Ids.Customer)),
        Exchange.Do("Customers/addCustomerReference.existing", company => company.Customers.AddReferenceAsync(Ids.Customer)),
        Exchange.On("Customers/getCustomerCurrency", async company => await company.Customers[Ids.Customer].GetCurrencyAsync(), Samples.Euro),
        Exchange.On("Customers/getCustomerPaymentTerm", async company => await company.Customers[Ids.Customer].GetPaymentTermAsync(), Samples.PaymentTerm),
        Exchange.On("Customers/getCustomerPaymentMethod", async company => await company.Customers[Ids.Customer].GetPaymentMethodAsync(), Samples.PaymentMethod),
        Exchange.On("Customers/getCustomerShipmentMethod", async company => await company.Customers[Ids.Customer].GetShipmentMethodAsync(), Samples.ShipmentMethod),
    ];

    private static IEnumerable<Exchange> Payments =>
    [
        Exchange.On(
            "CustomerPayments/listJournalPayments.last",
            async company => await company.PaymentJournals[Ids.Journal].Payments.OrderByDescending(p => p.LineNumber).FirstOrDefaultAsync(),
            Samples.Payment),
        Exchange.On(
            "CustomerPayments/listJournalPayments.lookUp",
            async company => await company.PaymentJournals[Ids.Journal].Payments.Where(p => p.LineNumber == 10000).Take(2).ToListAsync(),
            (CustomerPayment[])[DocumentedExamples.CreatedJournalLine]),
        Exchange.On(
            "CustomerPayments/getJournalPaymentCustomer",
            async company => await company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].GetCustomerAsync(),
            Samples.Importers),
        Exchange.On("CustomerPayments/getPaymentCustomer", async company => await company.CustomerPayments.GetCustomerAsync(Ids.Payment), Samples.Importers),
    ];

    private static IEnumerable<Exchange> Invoices =>
    [
        Exchange.On("SalesInvoices/getInvoiceCustomer", async company => await company.SalesInvoices[Ids.Invoice].Customer.GetAsync(), Samples.Importers),
        Exchange.On(
            "SalesInvoices/updateInvoiceCustomer",
            async company => await company.SalesInvoices[Ids.Invoice].Customer.UpdateAsync(Samples.Importers with { Number = "10401" }),
            Samples.Importers with { Number = "10401" }),
        Exchange.Do("SalesInvoices/deleteInvoiceCustomer", company => company.SalesInvoices[Ids.Invoice].Customer.DeleteAsync(Samples.Importers)),
        Exchange.Do("SalesInvoices/postInvoice", company => company.SalesInvoices[Ids.Invoice].PostAsync()),
        Exchange.Do("SalesInvoices/sendInvoice", company => company.SalesInvoices[Ids.Invoice].SendAsync()),
        Exchange.Do("SalesInvoices/postAndSendInvoice", company => company.SalesInvoices[Ids.Invoice].PostAndSendAsync()),
        Exchange.Do("SalesInvoices/cancelInvoice", company => company.SalesInvoices[Ids.Invoice].CancelAsync()),
        Exchange.Do("SalesInvoices/cancelAndSendInvoice", company => company.SalesInvoices[Ids.Invoice].CancelAndSendAsync()),
    ];

    private static Customer Moved(Customer coho) =>
        coho with { Address = new() { Street = "1 Peachtree Street", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "30303" } };
}
