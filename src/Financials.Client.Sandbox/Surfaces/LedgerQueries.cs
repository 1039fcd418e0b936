using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>The customers' ledger entries, which API v2.0 does not have, as two other groups of APIs list them.</summary>
internal static class LedgerQueries
{
    private const string SetName = "customerLedgerEntries";

    /// <summary>A row for each step in the life of an entry: that it came to be, and each application. Without the other side's number.</summary>
    public static ApiQuery Analytics { get; } = new(
        Type("dcleEntryNo", [
            new("cleEntryNo", MemberKind.Integer), new("cleOpen", MemberKind.Flag), new("clePostingDate", MemberKind.Date), new("cleClosedAtDate", MemberKind.Date),
            new("dcleEntryNo", MemberKind.Integer), new("dcleCustomerNo", MemberKind.Code), new("dcleDocumentType", MemberKind.Text), new("dcleDocumentNo", MemberKind.Code),
            new("dcleAmountLCY", MemberKind.Amount), new("dcleAppliedCustLedgerEntryNo", MemberKind.Integer),
        ]),
        company => company.DetailedEntries.All.Select(detail => Detail(detail.Values, company.CustomerEntries.Find(detail.Values.Id("customerEntryId"))!.Values)));

    /// <summary>A row for each entry, with the other side's number.</summary>
    public static ApiQuery Reports { get; } = new(
        Type("entryNumber", [
            new("entryNumber", MemberKind.Integer), new("documentType", MemberKind.Text), new("documentNumber", MemberKind.Code),
            new("externalDocumentNumber", MemberKind.Code), new("customerNumber", MemberKind.Code), new("amount", MemberKind.Amount),
            new("currencyCode", MemberKind.Code), new("open", MemberKind.Flag), new("description", MemberKind.Text), new("postingDate", MemberKind.Date),
            new(Wire.LastModified, MemberKind.Instant),
        ]),
        company => company.CustomerEntries.All.SelectMany(entries => entries.All).Select(entry =>
        {
            var row = (JsonObject)entry.Values.DeepClone();
            row["documentType"] = Wire.OptionName(row.Text("documentType"));
            return row;
        }));

    private static JsonObject Detail(JsonObject detail, JsonObject entry) => new()
    {
        ["cleEntryNo"] = entry["entryNumber"]!.DeepClone(),
        ["cleOpen"] = entry["open"]!.DeepClone(),
        ["clePostingDate"] = entry["postingDate"]!.DeepClone(),
        ["cleClosedAtDate"] = entry["closedAtDate"]!.DeepClone(),
        ["dcleEntryNo"] = detail["entryNumber"]!.DeepClone(),
        ["dcleCustomerNo"] = entry["customerNumber"]!.DeepClone(),
        ["dcleDocumentType"] = Wire.OptionName(detail.Text("documentType")),
        ["dcleDocumentNo"] = detail["documentNumber"]!.DeepClone(),
        ["dcleAmountLCY"] = detail["amount"]!.DeepClone(),
        ["dcleAppliedCustLedgerEntryNo"] = detail["appliedEntryNumber"]!.DeepClone(),
    };

    private static EntityType Type(string key, IReadOnlyList<Member> members) => new("customerLedgerEntry", SetName, "Cust. Ledger Entry", key, "Entry No.", members);
}
