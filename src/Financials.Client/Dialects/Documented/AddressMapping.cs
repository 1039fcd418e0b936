using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>Addresses, which this surface sends and takes as one value.</summary>
internal static class AddressMapping
{
    private static readonly PostalAddress Nowhere = new();

    private static readonly PropertyTable Properties = new()
    {
        { nameof(PostalAddress.Street), "street" },
        { nameof(PostalAddress.City), "city" },
        { nameof(PostalAddress.State), "state" },
        { nameof(PostalAddress.CountryCode), "countryLetterCode" },
        { nameof(PostalAddress.PostalCode), "postalCode" },
    };

    /// <summary>The service insists on all parts but the state as soon as there is an address, so blank ones are sent as "".</summary>
    public static Wire.PostalAddress ToWire(PostalAddress address) => address == Nowhere ? new() : new()
    {
        Street = address.Street ?? "",
        City = address.City ?? "",
        State = address.State ?? "",
        CountryLetterCode = address.CountryCode ?? "",
        PostalCode = address.PostalCode ?? "",
    };

    /// <summary>
    /// Whether a stored address is the one that was sent, blank parts and missing ones being the same. Countries and postal codes are
    /// codes, which the service stores trimmed and in upper case.
    /// </summary>
    public static bool Agree(PostalAddress sent, PostalAddress? stored) => AsStored(sent) == (stored is null ? null : AsStored(stored));

    public static PostalAddress? Read(ref RecordReader record)
    {
        if (record.IsNull)
        {
            return null;
        }

        record.BeginObject();
        string? street = null, city = null, state = null, countryCode = null, postalCode = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(PostalAddress.Street): street = record.Text(); break;
                case nameof(PostalAddress.City): city = record.Text(); break;
                case nameof(PostalAddress.State): state = record.Text(); break;
                case nameof(PostalAddress.CountryCode): countryCode = record.Text(); break;
                case nameof(PostalAddress.PostalCode): postalCode = record.Text(); break;
            }
        }

        var address = new PostalAddress { Street = street, City = city, State = state, CountryCode = countryCode, PostalCode = postalCode };
        return address == Nowhere ? null : address;
    }

    private static PostalAddress? AsStored(PostalAddress address)
    {
        var written = new PostalAddress
        {
            Street = Blank(address.Street),
            City = Blank(address.City),
            State = Blank(address.State),
            CountryCode = Code(address.CountryCode),
            PostalCode = Code(address.PostalCode),
        };
        return written == Nowhere ? null : written;

        static string? Code(string? text) => Blank(text?.Trim().ToUpperInvariant());

        static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }
}
