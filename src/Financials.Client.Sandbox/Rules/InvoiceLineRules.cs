using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of the lines of one invoice. A line is a comment or for an account: the sandbox has no items.</summary>
internal sealed class InvoiceLineRules(Store store, CompanyData company, Entity invoice) : EntityRules(store, company)
{
    private const int Step = 10_000;
    private const string Comment = "Comment";
    private const string Account = "Account";

    /// <summary>References to what the sandbox has none of, so that none can be found.</summary>
    private static readonly (string Member, string Field, string Related)[] Unfound =
    [
        ("unitOfMeasureId", "Unit of Measure Id", "Unit of Measure"), ("itemVariantId", "Variant Id", "Item Variant"), ("locationId", "Location Id", "Location"),
    ];

    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        CheckDraft();
        Place(values, sent, before);
        FindObject(values, sent);
        foreach (var (member, field, related) in Unfound.Where(row => sent.ContainsKey(row.Member) && sent.Id(row.Member) != Guid.Empty))
        {
            throw ServiceException.Unrelated(field, EntityTypes.InvoiceLine.Table, sent.Text(member), related);
        }

        if (values.Text("lineType") == Comment)
        {
            foreach (var amount in new[] { "quantity", "unitPrice", "discountAmount", "discountPercent" })
            {
                values[amount] = 0m;
            }
        }

        var gross = Round(values.Decimal("quantity") * values.Decimal("unitPrice"));
        if (sent.ContainsKey("discountAmount") && !sent.ContainsKey("discountPercent"))
        {
            values["discountAmount"] = Round(values.Decimal("discountAmount"));
            values["discountPercent"] = gross == 0m ? 0m : decimal.Round(values.Decimal("discountAmount") / gross * 100m, 5, MidpointRounding.AwayFromZero);
        }
        else
        {
            values["discountAmount"] = Round(gross * values.Decimal("discountPercent") / 100m);
        }

        values["amountExcludingTax"] = gross - values.Decimal("discountAmount");
    }

    public override void FollowCreate(JsonObject values) => InvoiceTotals.Refresh(Store, Company, invoice);

    public override void Follow(JsonObject values, JsonObject before) => InvoiceTotals.Refresh(Store, Company, invoice);

    public override void CheckDelete(JsonObject values) => CheckDraft();

    public override void FollowDelete(JsonObject values) => InvoiceTotals.Refresh(Store, Company, invoice);

    protected override string CurrencyOf(JsonObject values) => invoice.Values.Text("currencyCode");

    private void CheckDraft()
    {
        if (InvoiceStatus.IsPosted(invoice.Values.Text("status")))
        {
            throw ServiceException.Dialog("The invoice has been posted and can no longer be modified.");
        }
    }

    private void Place(JsonObject values, JsonObject sent, JsonObject? before)
    {
        if (sent.ContainsKey("documentId") && sent.Id("documentId") is var id && id != invoice.Id && (before is not null || id != Guid.Empty))
        {
            throw ServiceException.Dialog("The value for \"documentId\" cannot be modified.");
        }

        values["documentId"] = Wire.Text(invoice.Id);
        var sequence = values["sequence"]!.GetValue<int>();
        if (before is not null && sequence != before["sequence"]!.GetValue<int>())
        {
            throw ServiceException.Dialog("The value for \"sequence\" cannot be modified. Delete and insert the line again.");
        }

        if (sequence == 0)
        {
            values["sequence"] = (Company.InvoiceLines.Of(invoice.Id).Last is { } last ? last.Values["sequence"]!.GetValue<int>() : 0) + Step;
        }
    }

    /// <summary>Finds the account that a line is for, by its id or its number.</summary>
    private void FindObject(JsonObject values, JsonObject sent)
    {
        if (values.Id("itemId") != Guid.Empty)
        {
            throw ServiceException.Dialog(values.Id("accountId") != Guid.Empty
                ? "Both \"itemId\" and \"accountId\" are specified. Specify only one of them."
                : "Item does not exist.");
        }

        var number = values.Text("lineObjectNumber");
        var account = sent.ContainsKey("accountId") && sent.Id("accountId") is var id && id != Guid.Empty
            ? Company.Accounts.Find(id) ?? throw ServiceException.Dialog("Account does not exist.")
            : values.Text("lineType") == Account && number.Length > 0
                ? Company.Accounts.FindKey(number) ?? throw ServiceException.Dialog("Account does not exist.")
                : null;
        if (account is null)
        {
            if (values.Text("lineType") is not (Comment or Account))
            {
                throw ServiceException.Dialog("Item does not exist.");
            }

            return;
        }

        values["lineType"] = Account;
        values["accountId"] = Wire.Text(account.Id);
        values["lineObjectNumber"] = account.Values.Text("number");
        if (values.Text("description").Length == 0)
        {
            values["description"] = account.Values.Text("displayName");
        }
    }

    private decimal Round(decimal amount) => Amounts.Round(Company, CurrencyOf(invoice.Values), amount);
}
