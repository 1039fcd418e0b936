namespace Financials.Client.Sandbox.Tests.Live;

/// <summary>
/// What Business Central does, as far as the sandbox has to do the same. Each behaviour deletes what it creates, and what an earlier
/// run has left.
/// </summary>
internal static class Behaviours
{
    private static readonly DateOnly Day = new(2026, 1, 31);

    private static readonly Dictionary<string, Func<Workplace, Task>> ByName = new Func<Workplace, Task>[]
    {
        CustomerAsync, UnknownReferenceAsync, PaymentTermAsync, PaymentAsync, NextLineAsync, InvoiceAsync, QueryAsync, PostingAsync,
    }.ToDictionary(behaviour => behaviour.Method.Name.Replace("Async", "", StringComparison.Ordinal), StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static Task TryAsync(string name, Workplace place) => ByName[name](place);

    /// <summary>A customer gets a number and keeps what it was given; an older version of it is refused.</summary>
    private static Task CustomerAsync(Workplace place) => WithCustomerAsync(place, async created =>
    {
        var customers = place.Company.Customers;
        var read = await customers.GetAsync(created.Id!.Value);
        var changed = await customers.UpdateAsync(read with { PhoneNumber = "+1 555 0100", Email = "ap@coho.example" });
        var stale = await Assert.ThrowsAsync<FinancialsStaleException>(() => customers.UpdateAsync(read with { Website = "coho.example" }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Number, Is.Not.Empty);
            Assert.That((read.DisplayName, read.Address?.City, read.Address?.CountryCode), Is.EqualTo(($"{Workplace.Prefix} Coho Winery", "Atlanta", "US")), "a code in capitals");
            Assert.That((changed.PhoneNumber, changed.Email), Is.EqualTo(("+1 555 0100", "ap@coho.example")));
            Assert.That(stale.Current, Is.EqualTo(changed));
        }
    });

    /// <summary>References that lead nowhere are refused.</summary>
    private static async Task UnknownReferenceAsync(Workplace place)
    {
        var nobody = new Guid("11111111-2222-4333-8444-555555555555");
        foreach (var customer in new Customer[] { new() { PaymentTermsId = nobody }, new() { CurrencyId = nobody }, new() { TaxAreaId = nobody } })
        {
            Assert.That(
                () => place.Company.Customers.CreateAsync(customer with { DisplayName = $"{Workplace.Prefix} Nowhere" }),
                Throws.InstanceOf<FinancialsException>().And.Property(nameof(FinancialsException.Status)).InRange(400, 404));
        }
    }

    /// <summary>Codes and date formulas are stored in capitals and compared so; a code can be taken once.</summary>
    private static async Task PaymentTermAsync(Workplace place)
    {
        var terms = place.Company.PaymentTerms;
        foreach (var left in await terms.Where(term => term.Code == Workplace.Prefix).ToListAsync())
        {
            await terms.DeleteAsync(left);
        }

        var created = await terms.CreateAsync(new() { Code = "fclive", DisplayName = "Live test", DueDateCalculation = "cm + 10d" });
        try
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That((created.Code, created.DueDateCalculation), Is.EqualTo((Workplace.Prefix, "CM+10D")));
                Assert.That((await terms.Where(term => term.Code == "fclive").ToListAsync()).Count, Is.EqualTo(1));
                Assert.That(() => terms.CreateAsync(new() { Code = "FClive" }), Throws.InstanceOf<FinancialsDuplicateException>());
            }
        }
        finally
        {
            await terms.DeleteAsync(created);
        }
    }

    /// <summary>Of a payment codes come back in capitals and the amount rounded.</summary>
    private static Task PaymentAsync(Workplace place) => WithCustomerAsync(place, customer => WithJournalAsync(place, async journal =>
    {
        var created = await journal.Payments.CreateAsync(new()
        {
            CustomerNumber = customer.Number, PostingDate = Day, DocumentNumber = "fclive-1", ExternalDocumentNumber = " bank/07x", Amount = -10.005m, Comment = "as sent",
        });
        var listed = (await journal.Payments.ToListAsync()).Single(payment => payment.DocumentNumber == "FCLIVE-1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((created.Amount, created.ExternalDocumentNumber, created.Comment), Is.EqualTo((-10.01m, "BANK/07X", "as sent")));
            Assert.That((created.CustomerId, created.Description), Is.EqualTo((customer.Id, customer.DisplayName)));
            Assert.That(listed, Is.EqualTo(created));
        }
    }));

    /// <summary>A line that says nothing of it takes over the posting date of the line before it.</summary>
    private static Task NextLineAsync(Workplace place) => WithCustomerAsync(place, customer => WithJournalAsync(place, async journal =>
    {
        CustomerPayment Payment(DateOnly? date) => new() { CustomerNumber = customer.Number, PostingDate = date, Amount = -1m };
        await journal.Payments.CreateAsync(Payment(Day) with { LineNumber = 10_000, DocumentNumber = "A09" });
        var next = await journal.Payments.CreateAsync(Payment(null) with { LineNumber = 20_000 });
        Assert.That((next.PostingDate, next.LineNumber), Is.EqualTo((Day, 20_000)));
    }));

    /// <summary>A draft takes its addresses and terms from its customer and can be deleted.</summary>
    private static Task InvoiceAsync(Workplace place) => WithCustomerAsync(place, async customer =>
    {
        var invoices = place.Company.SalesInvoices;
        var draft = await invoices.CreateAsync(new() { CustomerId = customer.Id, InvoiceDate = Day, ExternalDocumentNumber = "po-1" });
        try
        {
            Assert.That(
                (draft.Status, draft.CustomerName, draft.ExternalDocumentNumber), Is.EqualTo((SalesInvoiceStatus.Draft, customer.DisplayName, "PO-1")));
        }
        finally
        {
            await invoices.DeleteAsync(draft);
        }
    });

    /// <summary>Pages hold each entity once and in order.</summary>
    private static async Task QueryAsync(Workplace place)
    {
        var codes = await place.Company.PaymentTerms.OrderBy(term => term.Code).Take(5).ToListAsync();
        var paged = new List<PaymentTerm>();
        await foreach (var term in place.Company.PaymentTerms.OrderBy(term => term.Code).Take(5).WithPageSize(2))
        {
            paged.Add(term);
        }

        Assert.That(paged, Is.EqualTo(codes));
        Assert.That(codes, Has.Count.GreaterThan(2));
    }

    /// <summary>Posting deletes the lines. It leaves entries and the customer behind, because nobody can delete them.</summary>
    private static async Task PostingAsync(Workplace place)
    {
        if (!place.MayPost)
        {
            // What is posted in a real company stays, so nobody does it by accident.
            Assert.Ignore("It posts, which only FINANCIALS_LIVE_POST=true allows.");
        }

        var customer = await place.Company.Customers.CreateAsync(new() { DisplayName = $"{Workplace.Prefix} Posted" });
        await WithJournalAsync(place, async journal =>
        {
            var empty = await journal.PostAsync();
            await journal.Payments.CreateAsync(new() { CustomerNumber = customer.Number, PostingDate = Day, DocumentNumber = "FCLIVE-P", Amount = -1m });
            var posted = await journal.PostAsync();
            Assert.That(
                (empty, posted, (await journal.Payments.ToListAsync()).Count), Is.EqualTo((JournalPosting.NothingToPost, JournalPosting.Posted, 0)));
        });
    }

    private static async Task WithCustomerAsync(Workplace place, Func<Customer, Task> use)
    {
        var name = $"{Workplace.Prefix} Coho Winery";
        foreach (var left in await place.Company.Customers.Where(customer => customer.DisplayName == name).ToListAsync())
        {
            await place.Company.Customers.DeleteAsync(left);
        }

        var created = await place.Company.Customers.CreateAsync(new()
        {
            DisplayName = name, Address = new() { Street = "192 Market Square", City = "Atlanta", CountryCode = "us", PostalCode = "31772" },
        });
        try
        {
            await use(created);
        }
        finally
        {
            await place.Company.Customers.DeleteAsync(created.Id!.Value);
        }
    }

    private static async Task WithJournalAsync(Workplace place, Func<PaymentJournalClient, Task> use)
    {
        var journals = place.Company.PaymentJournals;
        foreach (var left in await journals.Where(journal => journal.Code == Workplace.Prefix).ToListAsync())
        {
            await journals.DeleteAsync(left);
        }

        var account = await place.Company.Accounts.FirstAsync(account => account.DirectPosting == true && account.Blocked == false);
        var created = await journals.CreateAsync(new() { Code = "fclive", DisplayName = "Live test", BalancingAccountId = account.Id });
        try
        {
            await use(journals[created]);
        }
        finally
        {
            await journals.DeleteAsync(created.Id!.Value);
        }
    }
}
