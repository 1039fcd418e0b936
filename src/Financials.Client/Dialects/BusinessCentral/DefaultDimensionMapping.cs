using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="DefaultDimension"/> as Business Central's API v2.0 has it.</summary>
internal sealed class DefaultDimensionMapping : WritableMapping<DefaultDimension, Wire.DefaultDimension>
{
    public static DefaultDimensionMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(DefaultDimension.Id), "id" },
        { nameof(DefaultDimension.CustomerId), "parentId" },
        { nameof(DefaultDimension.DimensionId), "dimensionId" },
        { nameof(DefaultDimension.DimensionCode), "dimensionCode" },
        { nameof(DefaultDimension.DimensionValueId), "dimensionValueId" },
        { nameof(DefaultDimension.DimensionValueCode), "dimensionValueCode" },
        { nameof(DefaultDimension.PostingValidation), "postingValidation" },
        { nameof(DefaultDimension.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.DefaultDimension wire, DefaultDimension now, DefaultDimension before, ref ChangedProperties changed)
    {
        wire.DimensionId = changed.Id(now.DimensionId, before.DimensionId);
        wire.DimensionValueId = changed.Id(now.DimensionValueId, before.DimensionValueId);
        wire.PostingValidation = OptionName.Encoded(changed.Option(now.PostingValidation?.Value, before.PostingValidation?.Value));
    }

    protected override DefaultDimension ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        Guid? customerId = null;
        Guid? dimensionId = null;
        string? dimensionCode = null;
        Guid? dimensionValueId = null;
        string? dimensionValueCode = null;
        PostingValidation? postingValidation = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(DefaultDimension.Id): id = record.Id(); break;
                case nameof(DefaultDimension.ETag): etag = record.ETag(); break;
                case nameof(DefaultDimension.CustomerId): customerId = record.Id(); break;
                case nameof(DefaultDimension.DimensionId): dimensionId = record.Id(); break;
                case nameof(DefaultDimension.DimensionCode): dimensionCode = record.Text(); break;
                case nameof(DefaultDimension.DimensionValueId): dimensionValueId = record.Id(); break;
                case nameof(DefaultDimension.DimensionValueCode): dimensionValueCode = record.Text(); break;
                case nameof(DefaultDimension.PostingValidation): postingValidation = OptionName.Decoded(record.Option()) is { } postingValidationName ? new PostingValidation(postingValidationName) : null; break;
                case nameof(DefaultDimension.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            CustomerId = customerId,
            DimensionId = dimensionId,
            DimensionCode = dimensionCode,
            DimensionValueId = dimensionValueId,
            DimensionValueCode = dimensionValueCode,
            PostingValidation = postingValidation,
            LastModified = lastModified,
        };
    }
}
