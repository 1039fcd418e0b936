using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="PaymentJournal"/> as Business Central's API v2.0 has it.</summary>
internal sealed class PaymentJournalMapping : WritableMapping<PaymentJournal, Wire.CustomerPaymentJournal>
{
    public static PaymentJournalMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(PaymentJournal.Id), "id" },
        { nameof(PaymentJournal.Code), "code" },
        { nameof(PaymentJournal.DisplayName), "displayName" },
        { nameof(PaymentJournal.BalancingAccountId), "balancingAccountId" },
        { nameof(PaymentJournal.BalancingAccountNumber), "balancingAccountNumber" },
        { nameof(PaymentJournal.LastModified), "lastModifiedDateTime" },
    }
        .WithNavigation(nameof(PaymentJournal.Payments), "customerPayments");

    protected override void Write(Wire.CustomerPaymentJournal wire, PaymentJournal now, PaymentJournal before, ref ChangedProperties changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.BalancingAccountId = changed.Id(now.BalancingAccountId, before.BalancingAccountId);
    }

    protected override PaymentJournal ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? displayName = null;
        Guid? balancingAccountId = null;
        string? balancingAccountNumber = null;
        DateTimeOffset? lastModified = null;
        IReadOnlyList<CustomerPayment>? payments = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(PaymentJournal.Id): id = record.Id(); break;
                case nameof(PaymentJournal.ETag): etag = record.ETag(); break;
                case nameof(PaymentJournal.Code): code = record.Text(); break;
                case nameof(PaymentJournal.DisplayName): displayName = record.Text(); break;
                case nameof(PaymentJournal.BalancingAccountId): balancingAccountId = record.Id(); break;
                case nameof(PaymentJournal.BalancingAccountNumber): balancingAccountNumber = record.Text(); break;
                case nameof(PaymentJournal.LastModified): lastModified = record.Instant(); break;
                case nameof(PaymentJournal.Payments): payments = CustomerPaymentMapping.Instance.ReadAll(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DisplayName = displayName,
            BalancingAccountId = balancingAccountId,
            BalancingAccountNumber = balancingAccountNumber,
            LastModified = lastModified,
            Payments = payments,
        };
    }
}
