using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>Credit memos that take an invoice back.</summary>
internal sealed class CreditMemos(Store store, CompanyData company)
{
    private readonly CustomerLedger _customers = new(store, company);

    /// <summary>Makes a draft for all of an invoice.</summary>
    public Entity Draft(Entity invoice)
    {
        var values = EntityTypes.CreditMemo.Blank();
        foreach (var member in EntityTypes.CreditMemo.Members.Where(member => invoice.Values.ContainsKey(member.Name)))
        {
            values[member.Name] = invoice.Values[member.Name]!.DeepClone();
        }

        values[Wire.Id] = Wire.Text(store.NewId());
        values["number"] = company.CreditMemoNumbers.Next(taken => company.CreditMemos.FindKey(taken) is not null);
        values["status"] = InvoiceStatus.Draft;
        foreach (var date in new[] { "creditMemoDate", "postingDate", "dueDate" })
        {
            values[date] = Wire.Text(store.Today);
        }

        values["invoiceId"] = Wire.Text(invoice.Id);
        values["invoiceNumber"] = invoice.Values.Text("number");
        store.Stamp(values);
        return company.CreditMemos.Add(values);
    }

    /// <summary>Posts a draft and sets it off against its invoice, as far as that is open.</summary>
    /// <param name="memo">The credit memo.</param>
    /// <param name="status">What it is then, unless it is used up: Corrective where it cancels its invoice.</param>
    /// <exception cref="ServiceException">It has been posted before.</exception>
    public void Post(Entity memo, string status = InvoiceStatus.Open)
    {
        if (memo.Values.Text("status") != InvoiceStatus.Draft)
        {
            throw ServiceException.Dialog("The action can be applied to a draft credit memo only.");
        }

        var number = company.PostedCreditMemoNumbers.Next(taken => company.CreditMemos.FindKey(taken) is not null);
        var posted = new Posted(Posted.CreditMemo, number, memo.Values.Text("postingDate"), $"Credit Memo {memo.Values.Text("number")}");
        var invoice = company.Invoices.Get(memo.Values.Id("invoiceId"));
        var credit = new DocumentEntries(store, company).Add(posted, memo.Values, company.InvoiceLines.Of(invoice.Id).All, sign: -1);
        var entry = company.CustomerEntries.Find(invoice.Values.Id("customerEntryId"));
        if (entry?.Values["open"]!.GetValue<bool>() == true)
        {
            InvoicePayment.Settle(store, company, invoice, _customers.Apply(posted, credit, entry));
        }

        company.CreditMemos.Change(memo, values =>
        {
            values["number"] = number;
            values["status"] = status == InvoiceStatus.Open && !credit.Values["open"]!.GetValue<bool>() ? InvoiceStatus.Paid : status;
            store.Stamp(values);
        });
        _customers.ShowBalance(company.Customers.Get(memo.Values.Id("billToCustomerId")));
    }
}
