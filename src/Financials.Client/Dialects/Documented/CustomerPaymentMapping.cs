using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="CustomerPayment"/>.</summary>
internal sealed class CustomerPaymentMapping : EntityMapping<CustomerPayment, Wire.CustomerPayment, Wire.CustomerPaymentCollection>
{
    public static CustomerPaymentMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(CustomerPayment.Id)] = "id",
        [nameof(CustomerPayment.JournalDisplayName)] = "journalDisplayName",
        [nameof(CustomerPayment.LineNumber)] = "lineNumber",
        [nameof(CustomerPayment.CustomerId)] = "customerId",
        [nameof(CustomerPayment.CustomerNumber)] = "customerNumber",
        [nameof(CustomerPayment.ContactId)] = "contactId",
        [nameof(CustomerPayment.PostingDate)] = "postingDate",
        [nameof(CustomerPayment.DocumentNumber)] = "documentNumber",
        [nameof(CustomerPayment.ExternalDocumentNumber)] = "externalDocumentNumber",
        [nameof(CustomerPayment.Amount)] = "amount",
        [nameof(CustomerPayment.AppliesToInvoiceId)] = "appliesToInvoiceId",
        [nameof(CustomerPayment.AppliesToInvoiceNumber)] = "appliesToInvoiceNumber",
        [nameof(CustomerPayment.Description)] = "description",
        [nameof(CustomerPayment.Comment)] = "comment",
        [nameof(CustomerPayment.LastModified)] = "lastModifiedDateTime",
    };

    public override IReadOnlyDictionary<string, string> Navigations { get; } = new Dictionary<string, string>
    {
        [nameof(CustomerPayment.Customer)] = "customer",
    };

    public override List<Wire.CustomerPayment>? Rows(Wire.CustomerPaymentCollection page) => page.Value;

    public override string? NextLink(Wire.CustomerPaymentCollection page) => page.OdataNextLink;

    protected override void Write(Wire.CustomerPayment wire, CustomerPayment now, CustomerPayment before, ref ChangedMembers changed)
    {
        wire.JournalDisplayName = changed.NotReturned(now.JournalDisplayName, before.JournalDisplayName);
        wire.LineNumber = changed.Value("lineNumber", now.LineNumber, before.LineNumber);
        wire.CustomerId = changed.Id(now.CustomerId, before.CustomerId);
        wire.CustomerNumber = changed.Code(now.CustomerNumber, before.CustomerNumber);
        wire.ContactId = changed.NotReturned(now.ContactId, before.ContactId);
        wire.PostingDate = changed.Date(now.PostingDate, before.PostingDate);
        wire.DocumentNumber = changed.Code(now.DocumentNumber, before.DocumentNumber);
        wire.ExternalDocumentNumber = changed.Text(now.ExternalDocumentNumber, before.ExternalDocumentNumber);
        wire.Amount = changed.Value("amount", now.Amount, before.Amount);
        wire.AppliesToInvoiceId = changed.Id(now.AppliesToInvoiceId, before.AppliesToInvoiceId);
        wire.AppliesToInvoiceNumber = changed.Code(now.AppliesToInvoiceNumber, before.AppliesToInvoiceNumber);
        wire.Description = changed.Text(now.Description, before.Description);
        wire.Comment = changed.Text(now.Comment, before.Comment);
    }

    protected override CustomerPayment Read(Wire.CustomerPayment wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        JournalDisplayName = WireValues.Text(wire.JournalDisplayName),
        LineNumber = wire.LineNumber,
        CustomerId = WireValues.Id(wire.CustomerId),
        CustomerNumber = WireValues.Text(wire.CustomerNumber),
        ContactId = WireValues.Text(wire.ContactId),
        PostingDate = WireValues.Date(wire.PostingDate),
        DocumentNumber = WireValues.Text(wire.DocumentNumber),
        ExternalDocumentNumber = WireValues.Text(wire.ExternalDocumentNumber),
        Amount = wire.Amount,
        AppliesToInvoiceId = WireValues.Id(wire.AppliesToInvoiceId),
        AppliesToInvoiceNumber = WireValues.Text(wire.AppliesToInvoiceNumber),
        Description = WireValues.Text(wire.Description),
        Comment = WireValues.Text(wire.Comment),
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
        Customer = wire.Customer is { } customer ? CustomerMapping.Instance.ToModel(customer) : null,
    };
}
