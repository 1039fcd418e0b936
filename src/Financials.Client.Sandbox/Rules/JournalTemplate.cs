namespace Financials.Client.Sandbox.Rules;

/// <summary>The templates that journals are made from.</summary>
internal static class JournalTemplate
{
    /// <summary>The member of a journal that names its template.</summary>
    public const string Member = "templateDisplayName";

    /// <summary>That of payment journals.</summary>
    public const string CashReceipts = "CASHRCPT";

    /// <summary>The one whose journals the set <c>journals</c> lists unless it is asked for another.</summary>
    public const string General = "GENERAL";
}
