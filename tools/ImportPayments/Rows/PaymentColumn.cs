namespace ImportPayments.Rows;

/// <summary>A column that the import knows.</summary>
/// <param name="Field">What it holds.</param>
/// <param name="Name">Its name, as the options and the help have it.</param>
/// <param name="MaxLength">The most characters that the service takes; null where it has no limit.</param>
/// <param name="OtherNames">Further names that a header may have for it, in the form that <see cref="Simplify"/> gives them.</param>
internal sealed record PaymentColumn(PaymentField Field, string Name, int? MaxLength, params IReadOnlyList<string> OtherNames)
{
    public static IReadOnlyList<PaymentColumn> All { get; } =
    [
        new(PaymentField.CustomerNumber, "customerNumber", 20, "customer", "customerno", "customerid"),
        new(PaymentField.Amount, "amount", null, "paymentamount"),
        new(PaymentField.PostingDate, "postingDate", null, "date", "paymentdate"),
        new(PaymentField.DocumentNumber, "documentNumber", 20, "document", "documentno"),
        new(PaymentField.ExternalDocumentNumber, "externalDocumentNumber", 35, "externaldocument", "externaldocumentno"),
        new(PaymentField.AppliesToInvoiceNumber, "appliesToInvoiceNumber", 20, "appliestoinvoice", "invoice", "invoiceno", "invoicenumber"),
        new(PaymentField.Description, "description", 100, "text"),
        new(PaymentField.Comment, "comment", 250, "note"),
        new(PaymentField.Reference, "reference", 250, "paymentreference"),
    ];

    public static PaymentColumn Of(PaymentField field) => All.Single(column => column.Field == field);

    public bool IsRequired => Field is PaymentField.CustomerNumber or PaymentField.Amount or PaymentField.PostingDate or PaymentField.DocumentNumber;

    /// <summary>Whether a header's text names this column: <c>Customer No.</c> is <c>customerNo</c>.</summary>
    public bool IsNamed(string text)
    {
        var simple = Simplify(text);
        return simple == Simplify(Name) || OtherNames.Contains(simple);
    }

    private static string Simplify(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
