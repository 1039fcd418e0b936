using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of sales invoices.</summary>
internal sealed class InvoiceRules(Store store, CompanyData company) : EntityRules(store, company)
{
    private const string Selling = "sellingPostalAddress";
    private const string Billing = "billingPostalAddress";
    private const string Shipping = "shippingPostalAddress";
    private const string Table = "Sales Invoice Entity Aggregate";

    private static readonly string[] OfPosted = ["promisedPayDate", "disputeStatus", "disputeStatusId"];

    private static readonly Reference SellTo = new(
        "customerId",
        "customerNumber",
        "The sell-to customer cannot be found.",
        "The sell-to customer cannot be found.",
        "The sell-to customer values do not match to a specific Customer.");

    private static readonly Reference BillTo = new(
        "billToCustomerId",
        "billToCustomerNumber",
        "The bill-to customer cannot be found.",
        "The bill-to customer cannot be found.",
        "The bill-to customer values do not match to a specific Customer.");

    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        if (InvoiceStatus.IsPosted(before?.Text("status") ?? InvoiceStatus.Draft))
        {
            CheckPosted(sent);
            return;
        }

        CheckDraft(sent);
        var seller = SellTo.Resolve(values, sent, Company.Customers)
            ?? throw ServiceException.Dialog("A \"customerNumber\" or a \"customerId\" must be provided.");
        var isOther = before is null || before.Id(SellTo.Id) != seller.Id;
        if (isOther)
        {
            BlockedCustomer.CheckInvoice(seller, "create");
        }

        var payer = BillTo.Resolve(values, sent, Company.Customers);
        if (payer is null || (isOther && !sent.ContainsKey(BillTo.Id) && !sent.ContainsKey(BillTo.Code)))
        {
            payer = seller;
            BillTo.Write(values, payer, EntityTypes.Customer);
        }

        values["customerName"] = seller.Values.Text("displayName");
        values["billToName"] = payer.Values.Text("displayName");
        values[Billing] = payer.Values["address"]!.DeepClone();
        if (isOther)
        {
            TakeOver(values, sent, seller.Values);
        }

        CountryReference.Check(Company, sent, Selling, Table, "Sell-to Country/Region Code");
        CountryReference.Check(Company, sent, Shipping, Table, "Ship-to Country/Region Code");
        TermReference.CheckId(Company.PaymentTerms, sent, "paymentTermsId");
        TermReference.CheckId(Company.ShipmentMethods, sent, "shipmentMethodId");
        CurrencyReference.Resolve(Company, values, sent);
        if (before is null)
        {
            values["number"] = Company.InvoiceNumbers.Next(taken => Company.Invoices.FindKey(taken) is not null);
            values["status"] = InvoiceStatus.Draft;
        }

        Date(values);
    }

    /// <summary>The amounts depend on the discount and on the customer.</summary>
    public override void Follow(JsonObject values, JsonObject before)
    {
        if (Company.InvoiceLines.Of(values.Id(Wire.Id)).Count > 0 && !InvoiceStatus.IsPosted(values.Text("status")))
        {
            InvoiceTotals.Refresh(Store, Company, Company.Invoices.Get(values.Id(Wire.Id)));
        }
    }

    public override void FollowCreate(JsonObject values) =>
        new DimensionLineRules(Store, Company, values.Id(Wire.Id), "Sales Invoice").TakeOver(values.Id("customerId"));

    public override void FollowDelete(JsonObject values)
    {
        Company.InvoiceLines.RemoveAll(values.Id(Wire.Id));
        Company.RemoveFrom(values.Id(Wire.Id));
    }

    public override void CheckDelete(JsonObject values)
    {
        if (InvoiceStatus.IsPosted(values.Text("status")))
        {
            throw ServiceException.Dialog($"You cannot delete Sales Invoice {values.Text("number")} because it has been posted.");
        }
    }

    protected override string CurrencyOf(JsonObject values) => values.Text("currencyCode");

    /// <summary>Of a posted invoice only what becomes of its payment can be written, and that of no other.</summary>
    private static void CheckPosted(JsonObject sent)
    {
        if (sent.Any(member => !OfPosted.Contains(member.Key)))
        {
            throw ServiceException.Dialog("The invoice has been posted and can no longer be modified.");
        }

        if (sent.ContainsKey("disputeStatusId") && sent.Id("disputeStatusId") != Guid.Empty)
        {
            throw ServiceException.Dialog("The \"disputeStatusId\" does not match to a Dispute Status.");
        }
    }

    private static void CheckDraft(JsonObject sent)
    {
        if (sent.Any(member => OfPosted.Contains(member.Key)))
        {
            throw ServiceException.Field($"Posted must be equal to 'Yes' in {Table}. Current value is 'No'.");
        }
    }

    /// <summary>What an invoice has from its customer unless it is given its own.</summary>
    private static void TakeOver(JsonObject values, JsonObject sent, JsonObject customer)
    {
        void Take(string member, string from)
        {
            if (!sent.ContainsKey(member))
            {
                values[member] = customer[from]!.DeepClone();
            }
        }

        Take(Selling, "address");
        Take(Shipping, "address");
        Take("shipToName", "displayName");
        Take("email", "email");
        Take("phoneNumber", "phoneNumber");
        Take("paymentTermsId", "paymentTermsId");
        Take("shipmentMethodId", "shipmentMethodId");
        if (!sent.ContainsKey("currencyId") && !sent.ContainsKey("currencyCode"))
        {
            values["currencyId"] = customer.Text("currencyId");
        }
    }

    private void Date(JsonObject values)
    {
        if (values.Text("invoiceDate") == Wire.NoDate)
        {
            values["invoiceDate"] = Wire.Text(Store.Today);
        }

        if (values.Text("postingDate") == Wire.NoDate)
        {
            values["postingDate"] = values.Text("invoiceDate");
        }

        if (values.Text("dueDate") == Wire.NoDate)
        {
            var terms = Company.PaymentTerms.Find(values.Id("paymentTermsId"))?.Values.Text("dueDateCalculation") ?? "";
            values["dueDate"] = Wire.Text(DateFormula.Parse(terms).From(Wire.Date(values.Text("invoiceDate"))));
        }
    }
}
