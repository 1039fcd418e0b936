namespace Financials.Client.Sandbox.Model;

/// <summary>The parts of a postal address.</summary>
internal static class AddressParts
{
    public const string Street = "street";

    /// <summary>The parts, in the order in which they are sent. An address in a body has to have all but the state.</summary>
    public static IReadOnlyList<(string Name, MemberKind Kind, int MaxLength, bool IsRequired)> All { get; } =
    [
        (Street, MemberKind.Text, 152, true),
        ("city", MemberKind.Text, 30, true),
        ("state", MemberKind.Text, 30, false),
        ("countryLetterCode", MemberKind.Code, 10, true),
        ("postalCode", MemberKind.Code, 20, true),
    ];
}
