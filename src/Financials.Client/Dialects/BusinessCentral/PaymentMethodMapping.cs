using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="PaymentMethod"/> as Business Central's API v2.0 has it.</summary>
internal sealed class PaymentMethodMapping : WritableMapping<PaymentMethod, Wire.PaymentMethod>
{
    public static PaymentMethodMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(PaymentMethod.Id), "id" },
        { nameof(PaymentMethod.Code), "code" },
        { nameof(PaymentMethod.DisplayName), "displayName" },
        { nameof(PaymentMethod.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.PaymentMethod wire, PaymentMethod now, PaymentMethod before, ref ChangedProperties changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
    }

    protected override PaymentMethod ReadProperties(ref RecordReader record)
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
                case nameof(PaymentMethod.Id): id = record.Id(); break;
                case nameof(PaymentMethod.ETag): etag = record.ETag(); break;
                case nameof(PaymentMethod.Code): code = record.Text(); break;
                case nameof(PaymentMethod.DisplayName): displayName = record.Text(); break;
                case nameof(PaymentMethod.LastModified): lastModified = record.Instant(); break;
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
