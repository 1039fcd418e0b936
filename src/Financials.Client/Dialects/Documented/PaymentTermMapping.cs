using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="PaymentTerm"/>.</summary>
internal sealed class PaymentTermMapping : EntityMapping<PaymentTerm, Wire.PaymentTerm, Wire.PaymentTermCollection>
{
    public static PaymentTermMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(PaymentTerm.Id)] = "id",
        [nameof(PaymentTerm.Code)] = "code",
        [nameof(PaymentTerm.DisplayName)] = "displayName",
        [nameof(PaymentTerm.DueDateCalculation)] = "dueDateCalculation",
        [nameof(PaymentTerm.DiscountDateCalculation)] = "discountDateCalculation",
        [nameof(PaymentTerm.DiscountPercent)] = "discountPercent",
        [nameof(PaymentTerm.CalculateDiscountOnCreditMemos)] = "calculateDiscountOnCreditMemos",
        [nameof(PaymentTerm.LastModified)] = "lastModifiedDateTime",
    };

    public override List<Wire.PaymentTerm>? Rows(Wire.PaymentTermCollection page) => page.Value;

    public override string? NextLink(Wire.PaymentTermCollection page) => page.OdataNextLink;

    protected override void Write(Wire.PaymentTerm wire, PaymentTerm now, PaymentTerm before, ref ChangedMembers changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.DueDateCalculation = changed.Text(now.DueDateCalculation, before.DueDateCalculation);
        wire.DiscountDateCalculation = changed.Text(now.DiscountDateCalculation, before.DiscountDateCalculation);
        wire.DiscountPercent = changed.Value("discountPercent", now.DiscountPercent, before.DiscountPercent);
        wire.CalculateDiscountOnCreditMemos = changed.Value("calculateDiscountOnCreditMemos", now.CalculateDiscountOnCreditMemos, before.CalculateDiscountOnCreditMemos);
    }

    protected override PaymentTerm Read(Wire.PaymentTerm wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Code = WireValues.Text(wire.Code),
        DisplayName = WireValues.Text(wire.DisplayName),
        DueDateCalculation = WireValues.Text(wire.DueDateCalculation),
        DiscountDateCalculation = WireValues.Text(wire.DiscountDateCalculation),
        DiscountPercent = wire.DiscountPercent,
        CalculateDiscountOnCreditMemos = wire.CalculateDiscountOnCreditMemos,
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
    };
}
