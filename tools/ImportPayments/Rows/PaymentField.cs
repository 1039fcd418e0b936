namespace ImportPayments.Rows;

/// <summary>What a column of the file can hold.</summary>
internal enum PaymentField
{
    CustomerNumber,
    Amount,
    PostingDate,
    DocumentNumber,
    ExternalDocumentNumber,
    AppliesToInvoiceNumber,
    Description,
    Comment,
    Reference,
}
