using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="DimensionSetLine"/> as Business Central's API v2.0 has it.</summary>
internal sealed class DimensionSetLineMapping : WritableMapping<DimensionSetLine, Wire.DimensionSetLine>
{
    public static DimensionSetLineMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(DimensionSetLine.Id), "id" },
        { nameof(DimensionSetLine.Code), "code" },
        { nameof(DimensionSetLine.ConsolidationCode), "consolidationCode" },
        { nameof(DimensionSetLine.ParentId), "parentId" },
        { nameof(DimensionSetLine.DisplayName), "displayName" },
        { nameof(DimensionSetLine.ValueId), "valueId" },
        { nameof(DimensionSetLine.ValueCode), "valueCode" },
        { nameof(DimensionSetLine.ValueConsolidationCode), "valueConsolidationCode" },
        { nameof(DimensionSetLine.ValueDisplayName), "valueDisplayName" },
    };

    protected override void Write(Wire.DimensionSetLine wire, DimensionSetLine now, DimensionSetLine before, ref ChangedProperties changed)
    {
        wire.Id = changed.Id(now.Id, before.Id);
        wire.Code = changed.Code(now.Code, before.Code);
        wire.ValueId = changed.Id(now.ValueId, before.ValueId);
        wire.ValueCode = changed.Code(now.ValueCode, before.ValueCode);
    }

    protected override DimensionSetLine ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? consolidationCode = null;
        Guid? parentId = null;
        string? displayName = null;
        Guid? valueId = null;
        string? valueCode = null;
        string? valueConsolidationCode = null;
        string? valueDisplayName = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(DimensionSetLine.Id): id = record.Id(); break;
                case nameof(DimensionSetLine.ETag): etag = record.ETag(); break;
                case nameof(DimensionSetLine.Code): code = record.Text(); break;
                case nameof(DimensionSetLine.ConsolidationCode): consolidationCode = record.Text(); break;
                case nameof(DimensionSetLine.ParentId): parentId = record.Id(); break;
                case nameof(DimensionSetLine.DisplayName): displayName = record.Text(); break;
                case nameof(DimensionSetLine.ValueId): valueId = record.Id(); break;
                case nameof(DimensionSetLine.ValueCode): valueCode = record.Text(); break;
                case nameof(DimensionSetLine.ValueConsolidationCode): valueConsolidationCode = record.Text(); break;
                case nameof(DimensionSetLine.ValueDisplayName): valueDisplayName = record.Text(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            ConsolidationCode = consolidationCode,
            ParentId = parentId,
            DisplayName = displayName,
            ValueId = valueId,
            ValueCode = valueCode,
            ValueConsolidationCode = valueConsolidationCode,
            ValueDisplayName = valueDisplayName,
        };
    }
}
