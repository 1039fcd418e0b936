using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="Currency"/>.</summary>
internal sealed class CurrencyMapping : EntityMapping<Currency, Wire.Currency, Wire.CurrencyCollection>
{
    public static CurrencyMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(Currency.Id)] = "id",
        [nameof(Currency.Code)] = "code",
        [nameof(Currency.DisplayName)] = "displayName",
        [nameof(Currency.Symbol)] = "symbol",
        [nameof(Currency.AmountDecimalPlaces)] = "amountDecimalPlaces",
        [nameof(Currency.AmountRoundingPrecision)] = "amountRoundingPrecision",
        [nameof(Currency.LastModified)] = "lastModifiedDateTime",
    };

    public override List<Wire.Currency>? Rows(Wire.CurrencyCollection page) => page.Value;

    public override string? NextLink(Wire.CurrencyCollection page) => page.OdataNextLink;

    protected override void Write(Wire.Currency wire, Currency now, Currency before, ref ChangedMembers changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.Symbol = changed.Text(now.Symbol, before.Symbol);
        wire.AmountDecimalPlaces = changed.Text(now.AmountDecimalPlaces, before.AmountDecimalPlaces);
        wire.AmountRoundingPrecision = changed.Value("amountRoundingPrecision", now.AmountRoundingPrecision, before.AmountRoundingPrecision);
    }

    protected override Currency Read(Wire.Currency wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Code = WireValues.Text(wire.Code),
        DisplayName = WireValues.Text(wire.DisplayName),
        Symbol = WireValues.Text(wire.Symbol),
        AmountDecimalPlaces = WireValues.Text(wire.AmountDecimalPlaces),
        AmountRoundingPrecision = wire.AmountRoundingPrecision,
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
    };
}
