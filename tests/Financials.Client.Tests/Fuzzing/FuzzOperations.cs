namespace Financials.Client.Tests.Fuzzing;

/// <summary>The documented surface as calls.</summary>
internal static class FuzzOperations
{
    private static readonly Guid CustomerId = ServiceBodies.IdOf("customers");
    private static readonly Guid InvoiceId = ServiceBodies.IdOf("salesInvoices");
    private static readonly Guid JournalId = ServiceBodies.IdOf("customerPaymentJournals");
    private static readonly Guid PaymentId = ServiceBodies.IdOf("customerPayments");

    private static readonly Customer Coho =
        new() { Number = "20000", DisplayName = "Coho Winery", Email = Canaries.Email, TaxLiable = true };

    private static readonly CustomerPayment Payment =
        new() { CustomerNumber = "10000", PostingDate = new(2026, 1, 31), Amount = -1500m };

    /// <summary>Customers and payments come up more often than the others, because they are what the package is for.</summary>
    public static IReadOnlyList<FuzzOperation> All { get; } =
    [
        .. Often(
        [
            .. new FuzzedSet<Customer>(
                "Customers", "customers", company => company.Customers, customer => customer.Id, customer => customer.ETag,
                customer => customer.Number, Coho, customer => customer with { DisplayName = "Coho Vineyard" }).All(),

            .. new FuzzedSet<CustomerPayment>(
                "Payments", "customerPayments", company => company.PaymentJournals[JournalId].Payments, payment => payment.Id,
                payment => payment.ETag, payment => payment.LineNumber, Payment with { LineNumber = 20_000 },
                payment => payment with { Amount = -1499.95m }).All(),

            // A journal of its own for each case, because the client remembers where the numbers of a journal have come to.
            new("Payments", "create without a line number", async (client, chance) =>
            {
                var journal = client.Companies[WorkingService.CompanyId].PaymentJournals[chance.Id()];
                return FuzzOperation.Check((await journal.Payments.CreateAsync(Payment)).Id);
            }),
        ]),

        .. FuzzedReads.Of("Companies", WorkingService.CompanyId, client => client.Companies, company => company.Id),

        .. new FuzzedSet<PaymentJournal>(
            "PaymentJournals", "customerPaymentJournals", company => company.PaymentJournals, journal => journal.Id,
            journal => journal.ETag, journal => journal.Code, new() { Code = "EDI-0318", DisplayName = "Remittances" },
            journal => journal with { DisplayName = "Others" }).All(),

        .. new FuzzedSet<SalesInvoice>(
            "SalesInvoices", "salesInvoices", company => company.SalesInvoices, invoice => invoice.Id, invoice => invoice.ETag,
            _ => null, new() { CustomerNumber = "10400", InvoiceDate = new(2026, 1, 31) },
            invoice => invoice with { DueDate = new(2026, 3, 1) }).All(),

        .. new FuzzedSet<Currency>(
            "Currencies", "currencies", company => company.Currencies, currency => currency.Id, currency => currency.ETag,
            currency => currency.Code, new() { Code = "SEK", AmountRoundingPrecision = 0.01m },
            currency => currency with { DisplayName = "Krona" }).All(),

        .. new FuzzedSet<PaymentTerm>(
            "PaymentTerms", "paymentTerms", company => company.PaymentTerms, term => term.Id, term => term.ETag,
            term => term.Code, new() { Code = "14D", DueDateCalculation = "14D" },
            term => term with { DiscountPercent = 1.5m }).All(),

        .. new FuzzedSet<PaymentMethod>(
            "PaymentMethods", "paymentMethods", company => company.PaymentMethods, method => method.Id, method => method.ETag,
            method => method.Code, new() { Code = "CASH" }, method => method with { DisplayName = "Cash" }).All(),

        .. new FuzzedSet<ShipmentMethod>(
            "ShipmentMethods", "shipmentMethods", company => company.ShipmentMethods, method => method.Id, method => method.ETag,
            method => method.Code, new() { Code = "FOB" }, method => method with { DisplayName = "Free on board" }).All(),

        // What is only documented, and what is only a command.
        On("Customers", "create without a number", async company =>
            (await company.Customers.CreateAsync(Coho with { Number = null })).Id),
        FuzzOperation.Do("Customers", "add reference", company => company.Customers.AddReferenceAsync(Coho)),
        FuzzOperation.Do("Customers", "add reference by id", company => company.Customers.AddReferenceAsync(CustomerId)),
        On("Customers", "get currency", async company => (await company.Customers[CustomerId].GetCurrencyAsync()).Id),
        On("Invoices' customers", "create", async company =>
            (await company.SalesInvoices[InvoiceId].Customer.CreateAsync(Coho)).Id),
        On("Invoices' customers", "get", async company => (await company.SalesInvoices[InvoiceId].Customer.GetAsync()).Id),
        On("Payments", "create at an id", async company =>
            (await company.PaymentJournals[JournalId].Payments[PaymentId].CreateAsync(Payment)).Id),
        On("Payments", "create in no journal", async company => (await company.CustomerPayments.CreateAsync(Payment)).Id),
        FuzzOperation.Do("SalesInvoices", "post", company => company.SalesInvoices[InvoiceId].PostAsync()),
        FuzzOperation.Do("SalesInvoices", "post and send", company => company.SalesInvoices[InvoiceId].PostAndSendAsync()),
        FuzzOperation.Do("SalesInvoices", "cancel", company => company.SalesInvoices[InvoiceId].CancelAsync()),
    ];

    private static FuzzOperation On(string set, string verb, Func<CompanyClient, Task<Guid?>> run) =>
        FuzzOperation.Of(set, verb, async company => FuzzOperation.Check(await run(company)));

    private static IEnumerable<FuzzOperation> Often(FuzzOperation[] operations) =>
        Enumerable.Repeat(operations, 3).SelectMany(some => some);
}
