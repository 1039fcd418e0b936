using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="Dimension"/> as Business Central's API v2.0 has it.</summary>
internal sealed class DimensionMapping : WritableMapping<Dimension, Wire.Dimension>
{
    public static DimensionMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(Dimension.Id), "id" },
        { nameof(Dimension.Code), "code" },
        { nameof(Dimension.DisplayName), "displayName" },
        { nameof(Dimension.ConsolidationCode), "consolidationCode" },
        { nameof(Dimension.LastModified), "lastModifiedDateTime" },
    }
        .WithNavigation(nameof(Dimension.Values), "dimensionValues");

    protected override void Write(Wire.Dimension wire, Dimension now, Dimension before, ref ChangedProperties changed)
    {
        // Nothing of it can be set through the API.
    }

    protected override Dimension ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? displayName = null;
        string? consolidationCode = null;
        DateTimeOffset? lastModified = null;
        IReadOnlyList<DimensionValue>? values = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(Dimension.Id): id = record.Id(); break;
                case nameof(Dimension.ETag): etag = record.ETag(); break;
                case nameof(Dimension.Code): code = record.Text(); break;
                case nameof(Dimension.DisplayName): displayName = record.Text(); break;
                case nameof(Dimension.ConsolidationCode): consolidationCode = record.Text(); break;
                case nameof(Dimension.LastModified): lastModified = record.Instant(); break;
                case nameof(Dimension.Values): values = DimensionValueMapping.Instance.ReadAll(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DisplayName = displayName,
            ConsolidationCode = consolidationCode,
            LastModified = lastModified,
            Values = values,
        };
    }
}
