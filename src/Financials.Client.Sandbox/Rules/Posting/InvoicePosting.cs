using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>Posts invoices.</summary>
internal sealed class InvoicePosting(Store store, CompanyData company)
{
    /// <summary>Posts a draft: it keeps its id and gets a number of the posted invoices.</summary>
    public void Post(Entity invoice)
    {
        var values = invoice.Values;
        var number = company.PostedInvoiceNumbers.Next(taken => company.Invoices.FindKey(taken) is not null);
        var posted = new Posted(Posted.Invoice, number, values.Text("postingDate"), $"Invoice {values.Text("number")}")
        {
            ExternalDocumentNumber = values.Text("externalDocumentNumber"),
            SourceId = invoice.Id,
        };
        var lines = company.InvoiceLines.Of(invoice.Id);
        var entry = new DocumentEntries(store, company).Add(posted, values, lines.All, sign: 1);
        company.Invoices.Change(invoice, draft =>
        {
            draft["number"] = number;
            draft["status"] = lines.Count > 0 && draft.Decimal("totalAmountIncludingTax") == 0m ? InvoiceStatus.Paid : InvoiceStatus.Open;
            draft["remainingAmount"] = draft.Decimal("totalAmountIncludingTax");
            draft["customerEntryId"] = Wire.Text(entry.Id);
            store.Stamp(draft);
        });
        new CustomerLedger(store, company).ShowBalance(company.Customers.Get(values.Id("billToCustomerId")));
    }
}
