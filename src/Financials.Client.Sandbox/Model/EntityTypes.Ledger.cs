using static Financials.Client.Sandbox.Model.MemberKind;

namespace Financials.Client.Sandbox.Model;

/// <content>Accounts, and the entries that posting leaves behind.</content>
internal static partial class EntityTypes
{
    private static readonly string[] DocumentTypes = [" ", "Payment", "Invoice", "Credit Memo", "Finance Charge Memo", "Reminder", "Refund"];

    public static EntityType Account { get; } = new("account", "accounts", "G/L Account", "number", "No.",
    OnlyRead(
        IdMember,
        new("number", Code, 20),
        new("displayName", Text, 100),
        new("category", Option) { Options = [" ", "Assets", "Liabilities", "Equity", "Income", "Cost of Goods Sold", "Expense"] },
        new("subCategory", Text, 80),
        new("blocked", Flag),
        new("accountType", Option) { Options = ["Posting", "Heading", "Total", "Begin-Total", "End-Total"] },
        new("directPosting", Flag),
        new("netChange", MemberKind.Amount),
        new("consolidationTranslationMethod", Option)
        {
            Options = ["Average Rate (Manual)", "Closing Rate", "Historical Rate", "Composite Rate", "Equity Rate"],
        },
        new("consolidationDebitAccount", Code, 20),
        new("consolidationCreditAccount", Code, 20),
        new("excludeFromConsolidation", Flag),
        LastModified));

    public static EntityType LedgerEntry { get; } = new("generalLedgerEntry", "generalLedgerEntries", "G/L Entry", "entryNumber", "Entry No.",
    OnlyRead(
        IdMember,
        new("entryNumber", MemberKind.Integer),
        new("postingDate", Date),
        new("documentNumber", Code, 20),
        new("documentType", Option) { Options = DocumentTypes },
        new("accountId", Id),
        new("accountNumber", Code, 20),
        new("description", Text, 100),
        new("debitAmount", MemberKind.Amount),
        new("creditAmount", MemberKind.Amount),
        new("additionalCurrencyDebitAmount", MemberKind.Amount),
        new("additionalCurrencyCreditAmount", MemberKind.Amount),
        LastModified));

    /// <summary>What a customer owes for a document, or has paid. API v2.0 has no set of them.</summary>
    public static EntityType CustomerEntry { get; } = new("customerLedgerEntry", "customerLedgerEntries", "Cust. Ledger Entry", "entryNumber", "Entry No.",
    [
        IdMember,
        new("entryNumber", MemberKind.Integer),
        new("documentType", Option) { Options = DocumentTypes },
        new("documentNumber", Code, 20),
        new("externalDocumentNumber", Code, 35),
        new("customerId", Id),
        new("customerNumber", Code, 20),
        new("postingDate", Date),
        new("dueDate", Date),
        new("description", Text, 100),
        new("currencyCode", Code, 10),
        new("amount", MemberKind.Amount),
        new("remainingAmount", MemberKind.Amount),
        new("salesAmount", MemberKind.Amount),
        new("open", Flag),
        new("closedAtDate", Date),
        LastModified,
    ])
    {
        Summed = entry => entry.Decimal("remainingAmount"),
    };

    /// <summary>A step in the life of a customer's entry: that it came to be, or that something was applied to it.</summary>
    public static EntityType DetailedEntry { get; } = new("detailedEntry", "detailedEntries", "Detailed Cust. Ledg. Entry", "entryNumber", "Entry No.",
    [
        IdMember,
        new("entryNumber", MemberKind.Integer),
        new("customerEntryId", Id),
        new("entryType", Option) { Options = ["Initial Entry", "Application"] },
        new("documentType", Option) { Options = DocumentTypes },
        new("documentNumber", Code, 20),
        new("postingDate", Date),
        new("amount", MemberKind.Amount),
        new("appliedEntryNumber", MemberKind.Integer),
        LastModified,
    ]);
}
