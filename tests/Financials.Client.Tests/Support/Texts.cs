using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Financials.Client.Tests.Support;

/// <summary>Random text made of what has a meaning in URLs, in OData or in JSON, and of anything else Unicode has.</summary>
internal static class Texts
{
    private static readonly string[] Awkward =
    [
        " ", "  ", "+", "&", "=", "#", "?", "/", "//", ":", ";", ",", "@", "!", "$", "*", "(", ")", "[", "]",
        "~", ".", "..", "-", "_",
        "'", "''", "\"", "\\", "\\\"", "\\u0041", "<", ">", "{", "}", "|", "^", "`",
        "%", "%%", "%2", "%20", "%41", "%2F", "%C3%A6", "%c3%a6", "%zz", "%E2%82",
        "\0", "\u0001", "\b", "\t", "\n", "\r\n", "\u001f", "\u007f", "\u0085", "\u00a0",
        "æ", "Ø", "å", "ß", "e\u0301", "漢字", "عدد", "۱۲۳", "😀", "👩‍👧", "\U0010FFFF",
        "\u200e", "\u200f", "\u2028", "\u2029", "\ufeff", "\ufffd", "\ue000", "\uffff",
        "a", "Z", "0", "9", "eq", "null", "A&B #1%", "O''Brien", "Test \"Adress\" 12æ åø",
    ];

    private static readonly Gen<string> AnyCharacter =
        from code in Gen.Frequency((4, Gen.Choose(0x20, 0x7e)), (2, Gen.Choose(0, 0xd7ff)), (1, Gen.Choose(0xe000, 0x10ffff)))
        select new Rune(code).ToString();

    /// <summary>Well-formed text of up to eight pieces, the empty one included.</summary>
    public static Gen<string> Any { get; } =
        from length in Gen.Choose(0, 8)
        from pieces in Gen.ArrayOf(Gen.Frequency((3, Gen.Elements(Awkward)), (2, AnyCharacter)), length)
        select string.Concat(pieces);

    /// <summary>The text without one of its characters.</summary>
    public static IEnumerable<string> Shorter(string text)
    {
        var characters = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        return characters.Select((_, gone) => string.Concat(characters.Where((_, at) => at != gone)));
    }
}
