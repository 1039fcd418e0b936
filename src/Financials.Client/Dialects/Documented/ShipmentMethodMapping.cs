using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="ShipmentMethod"/>.</summary>
internal sealed class ShipmentMethodMapping : EntityMapping<ShipmentMethod, Wire.ShipmentMethod, Wire.ShipmentMethodCollection>
{
    public static ShipmentMethodMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(ShipmentMethod.Id)] = "id",
        [nameof(ShipmentMethod.Code)] = "code",
        [nameof(ShipmentMethod.DisplayName)] = "displayName",
        [nameof(ShipmentMethod.LastModified)] = "lastModifiedDateTime",
    };

    public override List<Wire.ShipmentMethod>? Rows(Wire.ShipmentMethodCollection page) => page.Value;

    public override string? NextLink(Wire.ShipmentMethodCollection page) => page.OdataNextLink;

    protected override void Write(Wire.ShipmentMethod wire, ShipmentMethod now, ShipmentMethod before, ref ChangedMembers changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
    }

    protected override ShipmentMethod Read(Wire.ShipmentMethod wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Code = WireValues.Text(wire.Code),
        DisplayName = WireValues.Text(wire.DisplayName),
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
    };
}
