using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>What a payment or credit memo does to the invoice that it is applied to.</summary>
internal static class InvoicePayment
{
    /// <param name="store">Where the invoice is.</param>
    /// <param name="company">The company.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="amount">How much of it is covered.</param>
    public static void Settle(Store store, CompanyData company, Entity invoice, decimal amount) => company.Invoices.Change(invoice, values =>
    {
        var left = values.Decimal("remainingAmount") - amount;
        values["remainingAmount"] = left == 0m ? 0m : left;
        if (left == 0m && values.Text("status") == InvoiceStatus.Open)
        {
            values["status"] = InvoiceStatus.Paid;
        }

        store.Stamp(values);
    });
}
