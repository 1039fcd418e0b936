namespace Financials.Client.Dialects.BusinessCentral;

/// <summary>Addresses in the tables of this surface.</summary>
internal static class AddressColumns
{
    public static PropertyTable WithAddress(
        this PropertyTable table, string name, string line1, string line2, string city, string state, string country, string postalCode) =>
        table.WithParts(
            name,
            (FlatAddress.LineOne, line1),
            (FlatAddress.LineTwo, line2),
            (FlatAddress.InCity, city),
            (FlatAddress.InState, state),
            (FlatAddress.InCountry, country),
            (FlatAddress.WithPostalCode, postalCode));
}
