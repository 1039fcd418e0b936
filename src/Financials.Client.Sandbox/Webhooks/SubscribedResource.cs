using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Webhooks;

/// <summary>The sets that can be subscribed to, and which of them a change concerns.</summary>
internal static partial class SubscribedResource
{
    private static readonly HashSet<string> Supported =
    [
        "accounts", "countriesRegions", "currencies", "customerPaymentJournals", "customers", "dimensions", "generalLedgerEntries", "journals",
        "paymentMethods", "paymentTerms", "salesCreditMemos", "salesInvoices", "shipmentMethods",
    ];

    /// <summary>The company and the set that an address names, be it relative or whole.</summary>
    /// <exception cref="ServiceException">It names no set that notifications are sent of.</exception>
    public static (Guid CompanyId, string SetName) Parse(string resource) =>
        Address().Match(resource) is { Success: true } found && Supported.Contains(found.Groups["set"].Value)
            ? (Guid.Parse(found.Groups["company"].Value), found.Groups["set"].Value)
            : throw ServiceException.Refused("BadRequest", $"The resource '{resource}' does not support webhooks.");

    /// <summary>The sets that show a change, each with the entity to look at: a line's change is one of its invoice.</summary>
    public static IEnumerable<(string SetName, Guid EntityId, ChangeKind Kind)> Of(EntityChange change)
    {
        if (change.Type == EntityTypes.InvoiceLine)
        {
            return [(EntityTypes.Invoice.SetName, change.ParentId, ChangeKind.Updated)];
        }

        return change.Type == EntityTypes.Journal
            ? [(change.Type.SetName, change.Id, change.Kind), (EntityTypes.GeneralJournal.SetName, change.Id, change.Kind)]
            : [(change.Type.SetName, change.Id, change.Kind)];
    }

    [GeneratedRegex(@"(?:^|/)companies\((?<company>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\)/(?<set>\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
