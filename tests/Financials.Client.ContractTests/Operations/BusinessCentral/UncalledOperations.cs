namespace Financials.Client.ContractTests.Operations.BusinessCentral;

/// <summary>The operations of the contract of Business Central's API v2.0 that no call of the client sends, and why.</summary>
internal static class UncalledOperations
{
    private const string OnlyPosted = "Journals of other kinds than payments are not this client's to keep; a payment journal is one to post, too.";
    private const string PostedForGood = "Entries are read to prove what was posted. Their dimensions and files are no part of that.";
    private const string OneMoreRead = "The entity itself has the id, and its set reads it.";

    /// <summary>Each with its reason.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["listJournals"] = OnlyPosted,
        ["createJournal"] = OnlyPosted,
        ["countJournals"] = OnlyPosted,
        ["getJournal"] = OnlyPosted,
        ["updateJournal"] = OnlyPosted,
        ["deleteJournal"] = OnlyPosted,
        ["createPayment"] = "It names its journal in the body. The address below the journal does the same, and its line numbers are known there.",
        ["getPaymentJournalOfPayment"] = OneMoreRead,
        ["getInvoiceCurrency"] = OneMoreRead,
        ["getInvoicePaymentTerm"] = OneMoreRead,
        ["getInvoiceShipmentMethod"] = OneMoreRead,
        ["getInvoiceLineAccount"] = OneMoreRead,
        ["getGeneralLedgerEntryAccount"] = OneMoreRead,
        ["listGeneralLedgerEntryDimensions"] = PostedForGood,
        ["listGeneralLedgerEntryAttachments"] = PostedForGood,
        ["listDimensionValues"] = "A value means something in its dimension, and is listed there.",
        ["countDimensionValues"] = "A value means something in its dimension, and the service does not count the values of one.",
        ["getInvoicePdf"] = "It says no more than where the printed form is, and the contract says that.",
        ["makeCorrectiveCreditMemo"] = "What it makes is a sales credit memo, and this contract has none.",
        ["sendBatch"] = "Its parts are executed or refused each by itself, and the client's rules of what may be retried are those of single requests.",
    };
}
