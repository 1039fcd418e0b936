using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>Addresses, which this surface sends and takes as one value.</summary>
internal static class AddressMapping
{
    private static readonly PostalAddress Nowhere = new();

    /// <summary>The service insists on all parts but the state as soon as there is an address, so blank ones are sent as "".</summary>
    public static Wire.PostalAddress ToWire(PostalAddress address) => address == Nowhere ? new() : new()
    {
        Street = address.Street ?? "",
        City = address.City ?? "",
        State = address.State ?? "",
        CountryLetterCode = address.CountryCode ?? "",
        PostalCode = address.PostalCode ?? "",
    };

    /// <summary>Whether a stored address is the one that was sent, blank parts and missing ones being the same.</summary>
    public static bool Agree(PostalAddress sent, PostalAddress? stored) => ToModel(ToWire(sent)) == stored;

    public static PostalAddress? ToModel(Wire.PostalAddress? wire)
    {
        if (wire is null)
        {
            return null;
        }

        var address = new PostalAddress
        {
            Street = WireValues.Text(wire.Street),
            City = WireValues.Text(wire.City),
            State = WireValues.Text(wire.State),
            CountryCode = WireValues.Text(wire.CountryLetterCode),
            PostalCode = WireValues.Text(wire.PostalCode),
        };
        return address == Nowhere ? null : address;
    }
}
