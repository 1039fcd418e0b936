using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="PaymentTerm"/>.</summary>
internal sealed class PaymentTermMapping : WritableMapping<PaymentTerm, Wire.PaymentTerm>
{
    public static PaymentTermMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable
    {
        { nameof(PaymentTerm.Id), "id" },
        { nameof(PaymentTerm.Code), "code" },
        { nameof(PaymentTerm.DisplayName), "displayName" },
        { nameof(PaymentTerm.DueDateCalculation), "dueDateCalculation" },
        { nameof(PaymentTerm.DiscountDateCalculation), "discountDateCalculation" },
        { nameof(PaymentTerm.DiscountPercent), "discountPercent" },
        { nameof(PaymentTerm.CalculateDiscountOnCreditMemos), "calculateDiscountOnCreditMemos" },
        { nameof(PaymentTerm.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.PaymentTerm wire, PaymentTerm now, PaymentTerm before, ref ChangedProperties changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.DueDateCalculation = changed.DateFormula(now.DueDateCalculation, before.DueDateCalculation);
        wire.DiscountDateCalculation = changed.DateFormula(now.DiscountDateCalculation, before.DiscountDateCalculation);
        wire.DiscountPercent = changed.Value(nameof(PaymentTerm.DiscountPercent), now.DiscountPercent, before.DiscountPercent);
        wire.CalculateDiscountOnCreditMemos = changed.Value(nameof(PaymentTerm.CalculateDiscountOnCreditMemos), now.CalculateDiscountOnCreditMemos, before.CalculateDiscountOnCreditMemos);
    }

    protected override PaymentTerm ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? displayName = null;
        string? dueDateCalculation = null;
        string? discountDateCalculation = null;
        decimal? discountPercent = null;
        bool? calculateDiscountOnCreditMemos = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(PaymentTerm.Id): id = record.Id(); break;
                case nameof(PaymentTerm.ETag): etag = record.ETag(); break;
                case nameof(PaymentTerm.Code): code = record.Text(); break;
                case nameof(PaymentTerm.DisplayName): displayName = record.Text(); break;
                case nameof(PaymentTerm.DueDateCalculation): dueDateCalculation = record.Text(); break;
                case nameof(PaymentTerm.DiscountDateCalculation): discountDateCalculation = record.Text(); break;
                case nameof(PaymentTerm.DiscountPercent): discountPercent = record.Decimal(); break;
                case nameof(PaymentTerm.CalculateDiscountOnCreditMemos): calculateDiscountOnCreditMemos = record.Boolean(); break;
                case nameof(PaymentTerm.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DisplayName = displayName,
            DueDateCalculation = dueDateCalculation,
            DiscountDateCalculation = discountDateCalculation,
            DiscountPercent = discountPercent,
            CalculateDiscountOnCreditMemos = calculateDiscountOnCreditMemos,
            LastModified = lastModified,
        };
    }
}
