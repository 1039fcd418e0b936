using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>Writes entries of the general ledger. Currencies are not converted: the sandbox has no rates.</summary>
internal sealed class GeneralLedger(Store store, CompanyData company)
{
    public const string Receivables = "12100";
    public const string Sales = "40100";
    public const string SalesTax = "22100";

    /// <summary>Adds an entry.</summary>
    /// <param name="posted">Its document.</param>
    /// <param name="accountNumber">The account.</param>
    /// <param name="amount">The amount: a debit above zero, a credit below.</param>
    /// <exception cref="ServiceException">There is no such account.</exception>
    public void Add(Posted posted, string accountNumber, decimal amount)
    {
        var account = company.Accounts.FindKey(accountNumber) ?? throw new ServiceException(
            404, "Internal_RecordNotFound", $"The G/L Account does not exist. Identification fields and values: No.='{accountNumber}'");
        var values = EntityTypes.LedgerEntry.Blank();
        values[Wire.Id] = Wire.Text(store.NewId());
        values["entryNumber"] = (company.LedgerEntries.Last is { } last ? last.Values["entryNumber"]!.GetValue<int>() : 0) + 1;
        values["postingDate"] = posted.PostingDate;
        values["documentNumber"] = posted.DocumentNumber;
        values["documentType"] = posted.DocumentType;
        values["accountId"] = Wire.Text(account.Id);
        values["accountNumber"] = accountNumber;
        values["description"] = posted.Description;
        values["debitAmount"] = Math.Max(amount, 0m);
        values["creditAmount"] = Math.Max(-amount, 0m);
        store.Stamp(values);
        company.LedgerEntries.Add(values);
        TakeOverDimensions(posted.SourceId, values.Id(Wire.Id));
        company.Accounts.Change(account, of => of["netChange"] = of.Decimal("netChange") + amount);
    }

    private void TakeOverDimensions(Guid sourceId, Guid entryId)
    {
        foreach (var line in company.DimensionSetLines.Of(sourceId).All)
        {
            var values = (JsonObject)line.Values.DeepClone();
            values["parentId"] = Wire.Text(entryId);
            values["parentType"] = "General Ledger Entry";
            store.Stamp(values);
            company.DimensionSetLines.Of(entryId).Add(values);
        }
    }
}
