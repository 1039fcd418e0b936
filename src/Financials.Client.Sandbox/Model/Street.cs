namespace Financials.Client.Sandbox.Model;

/// <summary>The two lines in which the service keeps a street.</summary>
internal sealed record Street(string Line1, string Line2)
{
    public const int LongestLine1 = 100;
    public const int LongestLine2 = 50;

    private const string Break = "\r\n";

    /// <summary>Reads a street in which the lines are separated; what follows the first break is the second line.</summary>
    public static Street Parse(string text) => text.Split(Break, 2) is [var line1, var line2] ? new(line1, line2) : new(text, "");

    /// <summary>The lines without what is too long for them.</summary>
    public Street Cut() => new(Cut(Line1, LongestLine1), Cut(Line2, LongestLine2));

    public override string ToString() => Line2.Length > 0 ? Line1 + Break + Line2 : Line1;

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
