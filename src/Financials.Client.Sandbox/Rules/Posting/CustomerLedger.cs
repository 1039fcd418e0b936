using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>Writes what customers owe and pay.</summary>
internal sealed class CustomerLedger(Store store, CompanyData company)
{
    /// <summary>Adds an entry.</summary>
    /// <param name="posted">Its document.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="amount">What the customer owes by it, or below zero what is paid.</param>
    /// <param name="dueDate">When it is due.</param>
    /// <param name="salesAmount">What of it counts as sales, without tax.</param>
    public Entity Add(Posted posted, Entity customer, decimal amount, string dueDate, decimal salesAmount = 0m)
    {
        var entries = company.CustomerEntries.Of(customer.Id);
        var values = EntityTypes.CustomerEntry.Blank();
        values[Wire.Id] = Wire.Text(store.NewId());
        values["entryNumber"] = ++company.LastCustomerEntry;
        values["documentType"] = posted.DocumentType;
        values["documentNumber"] = posted.DocumentNumber;
        values["externalDocumentNumber"] = posted.ExternalDocumentNumber;
        values["customerId"] = Wire.Text(customer.Id);
        values["customerNumber"] = customer.Values.Text("number");
        values["postingDate"] = posted.PostingDate;
        values["dueDate"] = dueDate;
        values["description"] = posted.Description;
        values["currencyCode"] = customer.Values.Text("currencyCode");
        values["amount"] = amount;
        values["remainingAmount"] = amount;
        values["salesAmount"] = salesAmount;
        values["open"] = amount != 0m;
        store.Stamp(values);
        var entry = entries.Add(values);
        Detail(entry, posted, "Initial Entry", amount, appliedEntryNumber: 0);
        return entry;
    }

    /// <summary>Sets a payment or credit memo off against an invoice.</summary>
    /// <param name="posted">The document that does it.</param>
    /// <param name="credit">The entry of the payment or credit memo.</param>
    /// <param name="invoice">The entry of the invoice.</param>
    /// <returns>How much of the invoice it covers.</returns>
    public decimal Apply(Posted posted, Entity credit, Entity invoice)
    {
        var amount = Math.Min(-credit.Values.Decimal("remainingAmount"), invoice.Values.Decimal("remainingAmount"));
        Move(credit, amount, posted, appliedEntryNumber: NumberOf(invoice));
        Move(invoice, -amount, posted, appliedEntryNumber: NumberOf(invoice));
        return amount;
    }

    /// <summary>Writes what a customer owes now.</summary>
    public void ShowBalance(Entity customer)
    {
        var entries = company.CustomerEntries.Of(customer.Id);
        var overdue = entries.All.Where(entry => Wire.Date(entry.Values.Text("dueDate")) < store.Today).Sum(entry => entry.Values.Decimal("remainingAmount"));
        var sales = entries.All.Sum(entry => entry.Values.Decimal("salesAmount"));
        company.Customers.Change(customer, values =>
        {
            values["balance"] = entries.Total;
            values["overdueAmount"] = overdue;
            values["totalSalesExcludingTax"] = sales;
        });
    }

    private static int NumberOf(Entity entry) => entry.Values["entryNumber"]!.GetValue<int>();

    private void Move(Entity entry, decimal amount, Posted posted, int appliedEntryNumber)
    {
        company.CustomerEntries.TableOf(entry.Id)!.Change(entry, values =>
        {
            var left = values.Decimal("remainingAmount") + amount;
            values["remainingAmount"] = left == 0m ? 0m : left;
            values["open"] = left != 0m;
            values["closedAtDate"] = left == 0m ? posted.PostingDate : Wire.NoDate;
            store.Stamp(values);
        });
        Detail(entry, posted, "Application", amount, appliedEntryNumber);
    }

    private void Detail(Entity entry, Posted posted, string entryType, decimal amount, int appliedEntryNumber)
    {
        var details = company.DetailedEntries;
        JsonObject values = EntityTypes.DetailedEntry.Blank();
        values[Wire.Id] = Wire.Text(store.NewId());
        values["entryNumber"] = (details.Last is { } last ? NumberOf(last) : 0) + 1;
        values["customerEntryId"] = Wire.Text(entry.Id);
        values["entryType"] = entryType;
        values["documentType"] = posted.DocumentType;
        values["documentNumber"] = posted.DocumentNumber;
        values["postingDate"] = posted.PostingDate;
        values["amount"] = amount;
        values["appliedEntryNumber"] = appliedEntryNumber;
        store.Stamp(values);
        details.Add(values);
    }
}
