using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>
/// The amounts of an invoice. Its discount is shared out among the lines by their amounts, the rest of the rounding to the last
/// one; the tax is a percentage of what is left, for customers who are liable to tax.
/// </summary>
internal static class InvoiceTotals
{
    /// <summary>Writes the amounts of a draft and its lines, after any of them has changed. Without lines the amounts stay as they are.</summary>
    public static void Refresh(Store store, CompanyData company, Entity invoice)
    {
        var table = company.InvoiceLines.Of(invoice.Id);
        var lines = table.All.ToList();
        var percent = company.Customers.Find(invoice.Values.Id("customerId"))?.Values["taxLiable"]!.GetValue<bool>() == true ? company.Settings.TaxPercent : 0m;
        var gross = lines.Sum(line => line.Values.Decimal("amountExcludingTax"));
        var discount = Math.Min(invoice.Values.Decimal("discountAmount"), Math.Max(gross, 0m));
        var (net, tax, left) = (0m, 0m, discount);
        foreach (var line in lines)
        {
            var amount = line.Values.Decimal("amountExcludingTax");
            var share = line == lines[^1] ? left : gross == 0m ? 0m : Round(discount * amount / gross);
            var (lineTax, netTax) = (Round(amount * percent / 100m), Round((amount - share) * percent / 100m));
            (net, tax, left) = (net + amount - share, tax + netTax, left - share);
            table.Change(line, values =>
            {
                values["taxPercent"] = percent;
                values["totalTaxAmount"] = lineTax;
                values["amountIncludingTax"] = amount + lineTax;
                values["invoiceDiscountAllocation"] = share;
                values["netAmount"] = amount - share;
                values["netTaxAmount"] = netTax;
                values["netAmountIncludingTax"] = amount - share + netTax;
            });
        }

        company.Invoices.Change(invoice, values =>
        {
            values["totalAmountExcludingTax"] = net;
            values["totalTaxAmount"] = tax;
            values["totalAmountIncludingTax"] = net + tax;
            values["remainingAmount"] = net + tax;
            store.Stamp(values);
        });

        decimal Round(decimal amount) => Amounts.Round(company, invoice.Values.Text("currencyCode"), amount);
    }
}
