using System.Text.RegularExpressions;

namespace Financials.Client.Errors;

/// <summary>
/// What may be shown of a text that comes from outside. It may quote what was sent, and neither a token nor an e-mail address
/// must end up in a log; nor must a line break, behind which a server could write log entries of its own.
/// </summary>
internal static partial class SafeText
{
    /// <summary>In characters. No explanation is longer, and a hostile text costs no more time than this one.</summary>
    private const int LongestSentence = 2_000;

    private const int LongestIdentifier = 128;

    /// <summary>An explanation on one line, without tokens and e-mail addresses; null where there is none.</summary>
    /// <param name="text">The text from outside.</param>
    /// <param name="token">The token that was sent, which may be quoted in any form; null where none was.</param>
    public static string? Sentence(string? text, string? token = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var oneLine = LineBreaking().Replace(Masked(text[..Math.Min(text.Length, LongestSentence)], token), " ").Trim();
        return oneLine.Length == 0 ? null : oneLine;
    }

    /// <summary>A code or an id; null where the text is none, for example because something else has been slipped in.</summary>
    /// <param name="text">The text from outside.</param>
    /// <param name="token">The token that was sent; null where none was.</param>
    public static string? Identifier(string? text, string? token = null) =>
        text is { Length: <= LongestIdentifier } && IdentifierForm().IsMatch(text) && Masked(text, token) == text ? text : null;

    /// <summary>A text of several lines, such as a stack trace, without tokens and e-mail addresses.</summary>
    public static string Masked(string text, string? token = null)
    {
        // A short "token" of a test server could be any word; a real one is hundreds of characters long.
        var withoutToken = token is { Length: >= 8 } ? text.Replace(token, "(token)", StringComparison.Ordinal) : text;
        return JsonWebToken().Replace(BearerToken().Replace(EmailAddress().Replace(withoutToken, "(e-mail address)"), "Bearer (token)"), "(token)");
    }

    [GeneratedRegex(@"Bearer\s+[^\s,;""']+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BearerToken();

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex JsonWebToken();

    // Apostrophes are part of a name ("o'brien@…") but not at its beginning, where they are quotation marks. Lengths are bounded,
    // so that the time is, too: no part of an address is longer.
    [GeneratedRegex(
        @"(?:""[^""]{0,64}""|(?<![^\s@'""<>()=])(?:[^\s@'""<>()=%]|%(?!40)){1,64}(?:'(?:[^\s@'""<>()=%]|%(?!40)){1,64}){0,8})(?:@|%40)[^\s@'""<>()]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"^[A-Za-z0-9_.:/+=|{}-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex IdentifierForm();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreaking();
}
