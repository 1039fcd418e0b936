using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="GeneralLedgerEntry"/> as Business Central's API v2.0 has it.</summary>
internal sealed class GeneralLedgerEntryMapping : WritableMapping<GeneralLedgerEntry, Wire.GeneralLedgerEntry>
{
    public static GeneralLedgerEntryMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(GeneralLedgerEntry.Id), "id" },
        { nameof(GeneralLedgerEntry.EntryNumber), "entryNumber" },
        { nameof(GeneralLedgerEntry.PostingDate), "postingDate" },
        { nameof(GeneralLedgerEntry.DocumentNumber), "documentNumber" },
        { nameof(GeneralLedgerEntry.DocumentType), "documentType" },
        { nameof(GeneralLedgerEntry.AccountId), "accountId" },
        { nameof(GeneralLedgerEntry.AccountNumber), "accountNumber" },
        { nameof(GeneralLedgerEntry.Description), "description" },
        { nameof(GeneralLedgerEntry.DebitAmount), "debitAmount" },
        { nameof(GeneralLedgerEntry.CreditAmount), "creditAmount" },
        { nameof(GeneralLedgerEntry.AdditionalCurrencyDebitAmount), "additionalCurrencyDebitAmount" },
        { nameof(GeneralLedgerEntry.AdditionalCurrencyCreditAmount), "additionalCurrencyCreditAmount" },
        { nameof(GeneralLedgerEntry.LastModified), "lastModifiedDateTime" },
    }
        .WithNavigation(nameof(GeneralLedgerEntry.Account), "account");

    protected override void Write(Wire.GeneralLedgerEntry wire, GeneralLedgerEntry now, GeneralLedgerEntry before, ref ChangedProperties changed)
    {
        // Nothing of it can be set through the API.
    }

    protected override GeneralLedgerEntry ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        int? entryNumber = null;
        DateOnly? postingDate = null;
        string? documentNumber = null;
        GeneralLedgerDocumentType? documentType = null;
        Guid? accountId = null;
        string? accountNumber = null;
        string? description = null;
        decimal? debitAmount = null;
        decimal? creditAmount = null;
        decimal? additionalCurrencyDebitAmount = null;
        decimal? additionalCurrencyCreditAmount = null;
        DateTimeOffset? lastModified = null;
        Account? account = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(GeneralLedgerEntry.Id): id = record.Id(); break;
                case nameof(GeneralLedgerEntry.ETag): etag = record.ETag(); break;
                case nameof(GeneralLedgerEntry.EntryNumber): entryNumber = record.Integer(); break;
                case nameof(GeneralLedgerEntry.PostingDate): postingDate = record.Date(); break;
                case nameof(GeneralLedgerEntry.DocumentNumber): documentNumber = record.Text(); break;
                case nameof(GeneralLedgerEntry.DocumentType): documentType = OptionName.Decoded(record.Option()) is { } documentTypeName ? new GeneralLedgerDocumentType(documentTypeName) : null; break;
                case nameof(GeneralLedgerEntry.AccountId): accountId = record.Id(); break;
                case nameof(GeneralLedgerEntry.AccountNumber): accountNumber = record.Text(); break;
                case nameof(GeneralLedgerEntry.Description): description = record.Text(); break;
                case nameof(GeneralLedgerEntry.DebitAmount): debitAmount = record.Decimal(); break;
                case nameof(GeneralLedgerEntry.CreditAmount): creditAmount = record.Decimal(); break;
                case nameof(GeneralLedgerEntry.AdditionalCurrencyDebitAmount): additionalCurrencyDebitAmount = record.Decimal(); break;
                case nameof(GeneralLedgerEntry.AdditionalCurrencyCreditAmount): additionalCurrencyCreditAmount = record.Decimal(); break;
                case nameof(GeneralLedgerEntry.LastModified): lastModified = record.Instant(); break;
                case nameof(GeneralLedgerEntry.Account): account = AccountMapping.Instance.ReadRelated(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            EntryNumber = entryNumber,
            PostingDate = postingDate,
            DocumentNumber = documentNumber,
            DocumentType = documentType,
            AccountId = accountId,
            AccountNumber = accountNumber,
            Description = description,
            DebitAmount = debitAmount,
            CreditAmount = creditAmount,
            AdditionalCurrencyDebitAmount = additionalCurrencyDebitAmount,
            AdditionalCurrencyCreditAmount = additionalCurrencyCreditAmount,
            LastModified = lastModified,
            Account = account,
        };
    }
}
