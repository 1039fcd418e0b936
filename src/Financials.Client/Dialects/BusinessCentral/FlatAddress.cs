namespace Financials.Client.Dialects.BusinessCentral;

/// <summary>
/// An address as this surface has it: its parts are properties of the entity, and the street is two lines. Too long parts are the
/// service's to refuse.
/// </summary>
internal struct FlatAddress
{
    // What stands in a table behind the name of the address, to name a part of it.
    public const string LineOne = "/line 1";
    public const string LineTwo = "/line 2";
    public const string InCity = "/city";
    public const string InState = "/state";
    public const string InCountry = "/country";
    public const string WithPostalCode = "/postal code";

    private static readonly PostalAddress Nowhere = new();

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? Country { get; set; }

    public string? PostalCode { get; set; }

    public static FlatAddress Of(PostalAddress? address)
    {
        var (line1, line2) = address?.Street is { } street && street.IndexOfAny(['\r', '\n']) is var end and >= 0
            ? (street[..end], street[(end + (street.AsSpan(end).StartsWith("\r\n") ? 2 : 1))..])
            : (address?.Street, null);
        return new()
        {
            Line1 = line1,
            Line2 = line2,
            City = address?.City,
            State = address?.State,
            Country = address?.CountryCode,
            PostalCode = address?.PostalCode,
        };
    }

    /// <returns>Null where no part has a value.</returns>
    public readonly PostalAddress? ToModel()
    {
        var address = new PostalAddress
        {
            Street = Line2 is null ? Line1 : $"{Line1}\n{Line2}",
            City = City,
            State = State,
            CountryCode = Country,
            PostalCode = PostalCode,
        };
        return address == Nowhere ? null : address;
    }
}
