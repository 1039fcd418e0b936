using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="Currency"/> as Business Central's API v2.0 has it.</summary>
internal sealed class CurrencyMapping : WritableMapping<Currency, Wire.Currency>
{
    public static CurrencyMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(Currency.Id), "id" },
        { nameof(Currency.Code), "code" },
        { nameof(Currency.DisplayName), "displayName" },
        { nameof(Currency.Symbol), "symbol" },
        { nameof(Currency.AmountDecimalPlaces), "amountDecimalPlaces" },
        { nameof(Currency.AmountRoundingPrecision), "amountRoundingPrecision" },
        { nameof(Currency.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.Currency wire, Currency now, Currency before, ref ChangedProperties changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.Symbol = changed.Text(now.Symbol, before.Symbol);
        wire.AmountDecimalPlaces = changed.Text(now.AmountDecimalPlaces, before.AmountDecimalPlaces);
        wire.AmountRoundingPrecision = changed.Value(nameof(Currency.AmountRoundingPrecision), now.AmountRoundingPrecision, before.AmountRoundingPrecision);
    }

    protected override Currency ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? code = null;
        string? displayName = null;
        string? symbol = null;
        string? amountDecimalPlaces = null;
        decimal? amountRoundingPrecision = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(Currency.Id): id = record.Id(); break;
                case nameof(Currency.ETag): etag = record.ETag(); break;
                case nameof(Currency.Code): code = record.Text(); break;
                case nameof(Currency.DisplayName): displayName = record.Text(); break;
                case nameof(Currency.Symbol): symbol = record.Text(); break;
                case nameof(Currency.AmountDecimalPlaces): amountDecimalPlaces = record.Text(); break;
                case nameof(Currency.AmountRoundingPrecision): amountRoundingPrecision = record.Decimal(); break;
                case nameof(Currency.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Code = code,
            DisplayName = displayName,
            Symbol = symbol,
            AmountDecimalPlaces = amountDecimalPlaces,
            AmountRoundingPrecision = amountRoundingPrecision,
            LastModified = lastModified,
        };
    }
}
