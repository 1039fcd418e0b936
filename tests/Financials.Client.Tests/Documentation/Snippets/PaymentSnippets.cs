namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>The C# of docs/payments-and-posting.md and docs/exactly-once.md.</summary>
internal static class PaymentSnippets
{
    public static async Task<PaymentJournalClient> FindAJournalAsync(CompanyClient company)
    {
        // snippet: find a journal
        List<PaymentJournal> journals = await company.PaymentJournals.ToListAsync();
        PaymentJournalClient journal = await company.PaymentJournals.GetByCodeAsync("DEFAULT");
        // end
        Assert.That(journals.Select(one => one.Id), Does.Contain(journal.Id));
        return journal;
    }

    public static async Task<PaymentJournalClient> CreateAJournalAsync(CompanyClient company)
    {
        // snippet: create a journal
        Account bank = await company.Accounts.GetByNumberAsync("10100");
        PaymentJournal created = await company.PaymentJournals.CreateAsync(new PaymentJournal
        {
            Code = "BANK", DisplayName = "Bank receipts", BalancingAccountId = bank.Id,
        });
        PaymentJournalClient journal = company.PaymentJournals[created];
        // end
        return journal;
    }

    public static async Task<CustomerPayment> PayAnInvoiceAsync(PaymentJournalClient journal, SalesInvoice invoice)
    {
        // snippet: payment
        CustomerPayment payment = await journal.Payments.CreateAsync(new CustomerPayment
        {
            CustomerNumber = "20000",
            PostingDate = new DateOnly(2026, 1, 31),
            DocumentNumber = "B-1234",
            ExternalDocumentNumber = "TX-88172",
            AppliesToInvoiceNumber = invoice.Number,
            Amount = -1500.00m,
        });
        // end
        return payment;
    }

    public static async Task ChangeBeforePostingAsync(PaymentJournalClient journal)
    {
        // snippet: before it is posted
        List<CustomerPayment> waiting = await journal.Payments.OrderBy(p => p.LineNumber).ToListAsync();
        CustomerPayment changed = await journal.Payments.UpdateAsync(waiting[0] with { Description = "Bank transfer" });
        await journal.Payments.DeleteAsync(changed);
        // end
    }

    public static async Task<JournalPaymentClient> AttachAsync(PaymentJournalClient journal, CustomerPayment payment, byte[] advice)
    {
        // snippet: dimensions and attachments
        JournalPaymentClient line = journal.Payments[payment];
        await line.DimensionSetLines.CreateAsync(new DimensionSetLine { Code = "AREA", ValueCode = "30" });
        await line.Attachments.UploadAsync(new Attachment { FileName = "advice.pdf" }, advice);
        // end
        return line;
    }

    public static async Task<JournalPosting> PostAsync(PaymentJournalClient journal)
    {
        // snippet: post
        JournalPosting posting = await journal.PostAsync();
        if (posting == JournalPosting.Queued)
        {
            Console.WriteLine("Business Central posts it in its job queue. Do not post it again.");
        }
        // end
        return posting;
    }

    public static async Task<(bool IsPosted, SalesInvoice Paid)> LookAsync(CompanyClient company, SalesInvoice invoice)
    {
        // snippet: was it posted
        List<GeneralLedgerEntry> entries = await company.GeneralLedgerEntries.Where(e => e.DocumentNumber == "B-1234").ToListAsync();
        bool isPosted = entries.Count > 0;

        SalesInvoice paid = await company.SalesInvoices.SingleAsync(i => i.Number == invoice.Number);
        Console.WriteLine($"{paid.Status}, {paid.RemainingAmount} left");
        // end
        return (isPosted, paid);
    }

    public static async Task CreateABatchAsync(PaymentJournalClient journal, IEnumerable<BatchPayment> batch)
    {
        // snippet: outcomes of a batch
        using var ledger = new FilePaymentLedger("bank-2026-01-31.ledger");
        await foreach (BatchPaymentResult result in journal.Payments.CreateAllAsync(batch, ledger))
        {
            switch (result.Outcome)
            {
                case BatchPaymentOutcome.Created or BatchPaymentOutcome.Posted:
                    break;
                case BatchPaymentOutcome.Refused:
                    Console.WriteLine($"{result.Reference} is refused: {result.Failure!.ServiceMessage}");
                    break;
                case BatchPaymentOutcome.Unknown:
                    Console.WriteLine($"{result.Reference} needs a look at the journal: {result.Failure!.Message}");
                    break;
            }
        }
        // end
    }

    public static async Task RemindOfAnUnknownOutcomeAsync(PaymentJournalClient journal, CustomerPayment payment, Func<string, Task> RemindAsync)
    {
        // snippet: unknown outcome
        try
        {
            await journal.Payments.CreateAsync(payment);
        }
        catch (FinancialsOutcomeUnknownException unknown) when (unknown.Entity is CustomerPayment sent)
        {
            await RemindAsync($"Look for {sent.DocumentNumber} before you send it again. {unknown.Message}");
        }
        // end
    }
}
