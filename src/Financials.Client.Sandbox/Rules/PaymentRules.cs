using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of the lines of one payment journal.</summary>
internal sealed class PaymentRules(Store store, CompanyData company, Entity journal) : EntityRules(store, company)
{
    private static readonly Reference Customer = new(
        "customerId",
        "customerNumber",
        "The \"customerId\" does not match to a Customer.",
        "The \"customerNumber\" does not match to a Customer.",
        "The customer values do not match to a specific Customer.");

    private readonly JournalLines _lines = new(company, journal.Id);

    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        CheckJournal(sent, before);
        var customer = Customer.Resolve(values, sent, Company.Customers);
        var invoice = AppliedInvoice.Resolve(Company, values, sent);
        if (customer is null && invoice is not null)
        {
            customer = Company.Customers.Find(invoice.Values.Id("billToCustomerId")) ?? Company.Customers.Find(invoice.Values.Id("customerId"));
            Customer.Write(values, customer, EntityTypes.Customer);
        }

        if (customer is not null && customer.Id != before?.Id("customerId"))
        {
            BlockedCustomer.CheckPayment(customer, "create");
        }

        if (before is null)
        {
            values["journalId"] = Wire.Text(journal.Id);
            values["journalDisplayName"] = journal.Values.Text("code");
            values["balancingAccountId"] = journal.Values.Text("balancingAccountId");
            LineDefaults.Fill(values, _lines, FirstNumber(), Store.Today);
            if (values.Text("description").Length == 0)
            {
                values["description"] = customer?.Values.Text("displayName") ?? "";
            }
        }
        else if (values["lineNumber"]!.GetValue<int>() == 0)
        {
            values["lineNumber"] = _lines.NextNumber;
        }

        if (values["lineNumber"]!.GetValue<int>() != before?["lineNumber"]!.GetValue<int>())
        {
            _lines.CheckHidden(values["lineNumber"]!.GetValue<int>());
        }
    }

    /// <summary>A payment begins with the dimensions of its customer.</summary>
    public override void FollowCreate(JsonObject values)
    {
        if (values.Id("customerId") is var customerId && customerId != Guid.Empty)
        {
            new DimensionLineRules(Store, Company, values.Id(Wire.Id), "Journal Line").TakeOver(customerId);
        }
    }

    public override void FollowDelete(JsonObject values) => Company.RemoveFrom(values.Id(Wire.Id));

    /// <summary>A payment is in its customer's currency.</summary>
    protected override string CurrencyOf(JsonObject values) => Company.Customers.Find(values.Id("customerId"))?.Values.Text("currencyCode") ?? "";

    /// <summary>The next number of the journal's series is shown, but not yet given: posting gives it.</summary>
    private string FirstNumber() => journal.Values.Text("numberSeries").Length > 0 ? Company.DocumentNumbers.Peek() : "";

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
}
