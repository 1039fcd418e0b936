using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="ShipmentMethod"/> as Business Central's API v2.0 has it.</summary>
internal sealed class ShipmentMethodMapping : WritableMapping<ShipmentMethod, Wire.ShipmentMethod>
{
    public static ShipmentMethodMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(ShipmentMethod.Id), "id" },
        { nameof(ShipmentMethod.Code), "code" },
        { nameof(ShipmentMethod.DisplayName), "displayName" },
        { nameof(ShipmentMethod.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.ShipmentMethod wire, ShipmentMethod now, ShipmentMethod before, ref ChangedProperties changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
    }

    protected override ShipmentMethod ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? displayName = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(ShipmentMethod.Id): id = record.Id(); break;
                case nameof(ShipmentMethod.ETag): etag = record.ETag(); break;
                case nameof(ShipmentMethod.Code): code = record.Text(); break;
                case nameof(ShipmentMethod.DisplayName): displayName = record.Text(); break;
                case nameof(ShipmentMethod.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DisplayName = displayName,
            LastModified = lastModified,
        };
    }
}
