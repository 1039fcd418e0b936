namespace Financials.Client.ContractTests.Operations.BusinessCentral;

/// <summary>The operations of the contract of Business Central's API v2.0 that no call of the client sends, and why.</summary>
internal static class UncalledOperations
{
    private const string OnlyPosted = "Journals of other kinds than payments are not this client's to keep; a payment journal is one to post, too.";
    private const string OneMoreRead = "The entity itself has the id, and its set reads it.";

    /// <summary>Those that are left out on purpose, each with its reason.</summary>
    public static IReadOnlyDictionary<string, string> OnPurpose { get; } = new Dictionary<string, string>
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
        ["makeCorrectiveCreditMemo"] = "What it makes is a sales credit memo, and this contract has none.",
        ["sendBatch"] = "Its parts are executed or refused each by itself, and the client's rules of what may be retried are those of single requests.",
    };

    /// <summary>Those whose exchanges are described, and whose calls the client has not got yet.</summary>
    public static IReadOnlyList<string> NotYet { get; } =
    [
        "getCustomerFinancialDetail",
        "listCustomerDefaultDimensions", "createCustomerDefaultDimension", "getCustomerDefaultDimension",
        "updateCustomerDefaultDimension", "deleteCustomerDefaultDimension",
        "listPaymentDimensions", "createPaymentDimension", "getPaymentDimension", "updatePaymentDimension", "deletePaymentDimension",
        "listGeneralLedgerEntries", "countGeneralLedgerEntries", "getGeneralLedgerEntry",
        "getGeneralLedgerEntryAccount", "listGeneralLedgerEntryDimensions", "listGeneralLedgerEntryAttachments",
        "listAccounts", "countAccounts", "getAccount",
        "listInvoiceDimensions", "createInvoiceDimension", "getInvoiceDimension", "updateInvoiceDimension", "deleteInvoiceDimension",
        "getInvoicePdf", "getInvoicePdfContent", "listInvoiceAttachments", "createInvoiceAttachment",
        "listAttachments", "createAttachment", "getAttachment", "updateAttachment", "deleteAttachment", "getAttachmentContent", "updateAttachmentContent",
        "listDimensions", "countDimensions", "getDimension", "listValuesOfDimension",
        "listDimensionValues", "countDimensionValues", "getDimensionValue",
        "listTaxAreas", "createTaxArea", "countTaxAreas", "getTaxArea", "updateTaxArea", "deleteTaxArea",
        "listCountriesRegions", "createCountryRegion", "countCountriesRegions", "getCountryRegion", "updateCountryRegion", "deleteCountryRegion",
    ];
}
