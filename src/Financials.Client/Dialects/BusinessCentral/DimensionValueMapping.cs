using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="DimensionValue"/> as Business Central's API v2.0 has it.</summary>
internal sealed class DimensionValueMapping : WritableMapping<DimensionValue, Wire.DimensionValue>
{
    public static DimensionValueMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(DimensionValue.Id), "id" },
        { nameof(DimensionValue.Code), "code" },
        { nameof(DimensionValue.DimensionId), "dimensionId" },
        { nameof(DimensionValue.DisplayName), "displayName" },
        { nameof(DimensionValue.ConsolidationCode), "consolidationCode" },
        { nameof(DimensionValue.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.DimensionValue wire, DimensionValue now, DimensionValue before, ref ChangedProperties changed)
    {
        // Nothing of it can be set through the API.
    }

    protected override DimensionValue ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        Guid? dimensionId = null;
        string? displayName = null;
        string? consolidationCode = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(DimensionValue.Id): id = record.Id(); break;
                case nameof(DimensionValue.ETag): etag = record.ETag(); break;
                case nameof(DimensionValue.Code): code = record.Text(); break;
                case nameof(DimensionValue.DimensionId): dimensionId = record.Id(); break;
                case nameof(DimensionValue.DisplayName): displayName = record.Text(); break;
                case nameof(DimensionValue.ConsolidationCode): consolidationCode = record.Text(); break;
                case nameof(DimensionValue.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DimensionId = dimensionId,
            DisplayName = displayName,
            ConsolidationCode = consolidationCode,
            LastModified = lastModified,
        };
    }
}
