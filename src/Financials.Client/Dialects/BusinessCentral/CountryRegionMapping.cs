using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="CountryRegion"/> as Business Central's API v2.0 has it.</summary>
internal sealed class CountryRegionMapping : WritableMapping<CountryRegion, Wire.CountryRegion>
{
    public static CountryRegionMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(CountryRegion.Id), "id" },
        { nameof(CountryRegion.Code), "code" },
        { nameof(CountryRegion.DisplayName), "displayName" },
        { nameof(CountryRegion.AddressFormat), "addressFormat" },
        { nameof(CountryRegion.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.CountryRegion wire, CountryRegion now, CountryRegion before, ref ChangedProperties changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.AddressFormat = OptionName.Encoded(changed.Option(now.AddressFormat?.Value, before.AddressFormat?.Value));
    }

    protected override CountryRegion ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? displayName = null;
        CountryAddressFormat? addressFormat = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(CountryRegion.Id): id = record.Id(); break;
                case nameof(CountryRegion.ETag): etag = record.ETag(); break;
                case nameof(CountryRegion.Code): code = record.Text(); break;
                case nameof(CountryRegion.DisplayName): displayName = record.Text(); break;
                case nameof(CountryRegion.AddressFormat): addressFormat = OptionName.Decoded(record.Option()) is { } addressFormatName ? new CountryAddressFormat(addressFormatName) : null; break;
                case nameof(CountryRegion.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DisplayName = displayName,
            AddressFormat = addressFormat,
            LastModified = lastModified,
        };
    }
}
