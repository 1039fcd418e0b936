using System.Text.Json.Nodes;
using Financials.Sandbox.Model;

namespace Financials.Sandbox.Rules.Posting;

/// <summary>Posts invoices, and the credit memos that take them back.</summary>
internal sealed class InvoicePosting(Store store, CompanyData company)
{
    private readonly GeneralLedger _general = new(store, company);
    private readonly CustomerLedger _customers = new(store, company);

    /// <summary>Posts a draft: it keeps its id and gets a number of the posted invoices.</summary>
    public void Post(Entity invoice)
    {
        var values = invoice.Values;
        var number = company.PostedInvoiceNumbers.Next(taken => company.Invoices.FindKey(taken) is not null);
        var posted = new Posted(Posted.Invoice, number, values.Text("postingDate"), $"Invoice {values.Text("number")}")
        {
            ExternalDocumentNumber = values.Text("externalDocumentNumber"),
        };
        var entry = Enter(posted, values, sign: 1);
        company.Invoices.Change(invoice, draft =>
        {
            draft["number"] = number;
            draft["status"] = InvoiceStatus.Open;
            draft["remainingAmount"] = draft.Decimal("totalAmountIncludingTax");
            draft["customerEntryId"] = Wire.Text(entry.Id);
            store.Stamp(draft);
        });
        _customers.ShowBalance(Payer(values));
    }

    /// <summary>Takes a posted invoice back by a credit memo for all of it.</summary>
    public void Cancel(Entity invoice)
    {
        var values = invoice.Values;
        var number = company.CreditMemoNumbers.Next(_ => false);
        var posted = new Posted(Posted.CreditMemo, number, Wire.Text(store.Today), $"Credit Memo {number}");
        var credit = Enter(posted, values, sign: -1);
        var covered = _customers.Apply(posted, credit, company.CustomerEntries.Find(values.Id("customerEntryId"))!);
        InvoicePayment.Settle(store, company, invoice, covered);
        company.Invoices.Change(invoice, canceled => canceled["status"] = InvoiceStatus.Canceled);
        _customers.ShowBalance(Payer(values));
    }

    private Entity Enter(Posted posted, JsonObject document, int sign)
    {
        var (net, tax, total) = (
            sign * document.Decimal("totalAmountExcludingTax"), sign * document.Decimal("totalTaxAmount"), sign * document.Decimal("totalAmountIncludingTax"));
        if (net != 0m)
        {
            _general.Add(posted, GeneralLedger.Sales, -net);
        }

        if (tax != 0m)
        {
            _general.Add(posted, GeneralLedger.SalesTax, -tax);
        }

        if (total != 0m)
        {
            _general.Add(posted, GeneralLedger.Receivables, total);
        }

        return _customers.Add(posted, Payer(document), total, sign > 0 ? document.Text("dueDate") : posted.PostingDate, salesAmount: net);
    }

    private Entity Payer(JsonObject document) => company.Customers.Get(document.Id("billToCustomerId"));
}
