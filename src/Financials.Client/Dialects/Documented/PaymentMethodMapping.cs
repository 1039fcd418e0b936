using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="PaymentMethod"/>.</summary>
internal sealed class PaymentMethodMapping : EntityMapping<PaymentMethod, Wire.PaymentMethod, Wire.PaymentMethodCollection>
{
    public static PaymentMethodMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(PaymentMethod.Id)] = "id",
        [nameof(PaymentMethod.Code)] = "code",
        [nameof(PaymentMethod.DisplayName)] = "displayName",
        [nameof(PaymentMethod.LastModified)] = "lastModifiedDateTime",
    };

    public override List<Wire.PaymentMethod>? Rows(Wire.PaymentMethodCollection page) => page.Value;

    public override string? NextLink(Wire.PaymentMethodCollection page) => page.OdataNextLink;

    protected override void Write(Wire.PaymentMethod wire, PaymentMethod now, PaymentMethod before, ref ChangedMembers changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
    }

    protected override PaymentMethod Read(Wire.PaymentMethod wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Code = WireValues.Text(wire.Code),
        DisplayName = WireValues.Text(wire.DisplayName),
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
    };
}
