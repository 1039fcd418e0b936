using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="CustomerPayment"/> as Business Central's API v2.0 has it.</summary>
internal sealed class CustomerPaymentMapping : WritableMapping<CustomerPayment, Wire.CustomerPayment>
{
    public static CustomerPaymentMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(CustomerPayment.Id), "id" },
        { nameof(CustomerPayment.JournalId), "journalId" },
        { nameof(CustomerPayment.JournalDisplayName), "journalDisplayName" },
        { nameof(CustomerPayment.LineNumber), "lineNumber" },
        { nameof(CustomerPayment.CustomerId), "customerId" },
        { nameof(CustomerPayment.CustomerNumber), "customerNumber" },
        { nameof(CustomerPayment.PostingDate), "postingDate" },
        { nameof(CustomerPayment.DocumentNumber), "documentNumber" },
        { nameof(CustomerPayment.ExternalDocumentNumber), "externalDocumentNumber" },
        { nameof(CustomerPayment.Amount), "amount" },
        { nameof(CustomerPayment.AppliesToInvoiceId), "appliesToInvoiceId" },
        { nameof(CustomerPayment.AppliesToInvoiceNumber), "appliesToInvoiceNumber" },
        { nameof(CustomerPayment.Description), "description" },
        { nameof(CustomerPayment.Comment), "comment" },
        { nameof(CustomerPayment.LastModified), "lastModifiedDateTime" },
    }
        .WithNavigation(nameof(CustomerPayment.Customer), "customer");

    protected override void Write(Wire.CustomerPayment wire, CustomerPayment now, CustomerPayment before, ref ChangedProperties changed)
    {
        wire.LineNumber = changed.Value(nameof(CustomerPayment.LineNumber), now.LineNumber, before.LineNumber);
        wire.CustomerId = changed.Id(now.CustomerId, before.CustomerId);
        wire.CustomerNumber = changed.Code(now.CustomerNumber, before.CustomerNumber);
        wire.PostingDate = changed.Date(now.PostingDate, before.PostingDate);
        wire.DocumentNumber = changed.Code(now.DocumentNumber, before.DocumentNumber);
        wire.ExternalDocumentNumber = changed.Code(now.ExternalDocumentNumber, before.ExternalDocumentNumber);
        wire.Amount = changed.Amount(nameof(CustomerPayment.Amount), now.Amount, before.Amount);
        wire.AppliesToInvoiceId = changed.Id(now.AppliesToInvoiceId, before.AppliesToInvoiceId);
        wire.AppliesToInvoiceNumber = changed.Code(now.AppliesToInvoiceNumber, before.AppliesToInvoiceNumber);
        wire.Description = changed.Text(now.Description, before.Description);
        wire.Comment = changed.Text(now.Comment, before.Comment);
        changed.Refuse(nameof(CustomerPayment.JournalDisplayName), now.JournalDisplayName, before.JournalDisplayName);
        changed.Refuse(nameof(CustomerPayment.ContactId), now.ContactId, before.ContactId);
    }

    protected override CustomerPayment ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        Guid? journalId = null;
        string? journalDisplayName = null;
        int? lineNumber = null;
        Guid? customerId = null;
        string? customerNumber = null;
        DateOnly? postingDate = null;
        string? documentNumber = null;
        string? externalDocumentNumber = null;
        decimal? amount = null;
        Guid? appliesToInvoiceId = null;
        string? appliesToInvoiceNumber = null;
        string? description = null;
        string? comment = null;
        DateTimeOffset? lastModified = null;
        Customer? customer = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(CustomerPayment.Id): id = record.Id(); break;
                case nameof(CustomerPayment.ETag): etag = record.ETag(); break;
                case nameof(CustomerPayment.JournalId): journalId = record.Id(); break;
                case nameof(CustomerPayment.JournalDisplayName): journalDisplayName = record.Text(); break;
                case nameof(CustomerPayment.LineNumber): lineNumber = record.Integer(); break;
                case nameof(CustomerPayment.CustomerId): customerId = record.Id(); break;
                case nameof(CustomerPayment.CustomerNumber): customerNumber = record.Text(); break;
                case nameof(CustomerPayment.PostingDate): postingDate = record.Date(); break;
                case nameof(CustomerPayment.DocumentNumber): documentNumber = record.Text(); break;
                case nameof(CustomerPayment.ExternalDocumentNumber): externalDocumentNumber = record.Text(); break;
                case nameof(CustomerPayment.Amount): amount = record.Decimal(); break;
                case nameof(CustomerPayment.AppliesToInvoiceId): appliesToInvoiceId = record.Id(); break;
                case nameof(CustomerPayment.AppliesToInvoiceNumber): appliesToInvoiceNumber = record.Text(); break;
                case nameof(CustomerPayment.Description): description = record.Text(); break;
                case nameof(CustomerPayment.Comment): comment = record.Text(); break;
                case nameof(CustomerPayment.LastModified): lastModified = record.Instant(); break;
                case nameof(CustomerPayment.Customer): customer = CustomerMapping.Instance.ReadRelated(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            JournalId = journalId,
            JournalDisplayName = journalDisplayName,
            LineNumber = lineNumber,
            CustomerId = customerId,
            CustomerNumber = customerNumber,
            PostingDate = postingDate,
            DocumentNumber = documentNumber,
            ExternalDocumentNumber = externalDocumentNumber,
            Amount = amount,
            AppliesToInvoiceId = appliesToInvoiceId,
            AppliesToInvoiceNumber = appliesToInvoiceNumber,
            Description = description,
            Comment = comment,
            LastModified = lastModified,
            Customer = customer,
        };
    }
}
