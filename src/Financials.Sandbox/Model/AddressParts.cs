namespace Financials.Sandbox.Model;

/// <summary>The parts of a postal address.</summary>
internal static class AddressParts
{
    public const string Street = "street";

    /// <summary>The parts, in the order in which they are sent. An address in a body has to have all but the state.</summary>
    public static IReadOnlyList<(string Name, int MaxLength, bool IsRequired)> All { get; } =
    [
        (Street, 152, true),
        ("city", 30, true),
        ("state", 30, false),
        ("countryLetterCode", 10, true),
        ("postalCode", 20, true),
    ];
}
