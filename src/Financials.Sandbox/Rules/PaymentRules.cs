using System.Text.Json.Nodes;
using Financials.Sandbox.Model;

namespace Financials.Sandbox.Rules;

/// <summary>The rules of the lines of one payment journal.</summary>
internal sealed class PaymentRules(Store store, CompanyData company, Entity journal) : EntityRules(store, company)
{
    private const int LineStep = 10_000;

    private static readonly Reference Customer = new(
        "customerId",
        "customerNumber",
        "The \"customerId\" does not match to a Customer.",
        "The \"customerNumber\" does not match to a Customer.",
        "The customer values do not match to a specific Customer.");

    private static readonly Reference Invoice = new(
        "appliesToInvoiceId",
        "appliesToInvoiceNumber",
        "The \"appliesToInvoiceId\" should be the ID of an Open, Paid, Corrective, or Canceled Invoice.",
        "The \"appliesToInvoiceNumber\" should be the number of an Open, Paid, Corrective, or Canceled Invoice.",
        "The Applies To Invoice values do not match to the same Invoice.");

    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        CheckJournal(sent, before);
        var customer = Customer.Resolve(values, sent, Company.Customers);
        var invoice = Invoice.Resolve(values, sent, Company.Invoices, found => InvoiceStatus.IsPosted(found.Values.Text("status")));
        if (customer is null && invoice is not null)
        {
            customer = Company.Customers.Find(invoice.Values.Id("billToCustomerId")) ?? Company.Customers.Find(invoice.Values.Id("customerId"));
            Customer.Write(values, customer, EntityTypes.Customer);
        }

        values["journalId"] = Wire.Text(journal.Id);
        values["journalDisplayName"] = journal.Values.Text("code");
        if (values["lineNumber"]!.GetValue<int>() == 0)
        {
            values["lineNumber"] = (Company.PaymentsOf(journal).Last?.Values["lineNumber"]!.GetValue<int>() ?? 0) + LineStep;
        }

        if (before is null)
        {
            Fill(values, "postingDate", Wire.NoDate, () => Wire.Text(Store.Today));
            Fill(values, "documentNumber", "", () => Company.DocumentNumbers.Next(_ => false));
            Fill(values, "description", "", () => customer?.Values.Text("displayName") ?? "");
        }
    }

    private void CheckJournal(JsonObject sent, JsonObject? before)
    {
        if (sent.ContainsKey("journalId") && sent.Id("journalId") is var id && id != journal.Id && (before is not null || id != Guid.Empty))
        {
            throw ServiceException.Dialog(before is null
                ? "The Journal Id and Journal Display Name do not match."
                : "The Journal Id cannot be changed.");
        }

        var name = sent["journalDisplayName"]?.GetValue<string>() ?? "";
        if (sent.ContainsKey("journalDisplayName") && name != journal.Values.Text("code") && (before is not null || name.Length > 0))
        {
            throw ServiceException.Dialog(before is null
                ? "The Journal Id and Journal Display Name do not match."
                : "The Journal Batch Display Name cannot be changed.");
        }
    }

    private static void Fill(JsonObject values, string member, string blank, Func<string> value)
    {
        if (values.Text(member) == blank)
        {
            values[member] = value();
        }
    }
}
