using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="TaxArea"/> as Business Central's API v2.0 has it.</summary>
internal sealed class TaxAreaMapping : WritableMapping<TaxArea, Wire.TaxArea>
{
    public static TaxAreaMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(TaxArea.Id), "id" },
        { nameof(TaxArea.Code), "code" },
        { nameof(TaxArea.DisplayName), "displayName" },
        { nameof(TaxArea.TaxType), "taxType" },
        { nameof(TaxArea.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.TaxArea wire, TaxArea now, TaxArea before, ref ChangedProperties changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
    }

    protected override TaxArea ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? displayName = null;
        TaxType? taxType = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(TaxArea.Id): id = record.Id(); break;
                case nameof(TaxArea.ETag): etag = record.ETag(); break;
                case nameof(TaxArea.Code): code = record.Text(); break;
                case nameof(TaxArea.DisplayName): displayName = record.Text(); break;
                case nameof(TaxArea.TaxType): taxType = OptionName.Decoded(record.Option()) is { } taxTypeName ? new TaxType(taxTypeName) : null; break;
                case nameof(TaxArea.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DisplayName = displayName,
            TaxType = taxType,
            LastModified = lastModified,
        };
    }
}
