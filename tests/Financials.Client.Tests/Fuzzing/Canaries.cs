using System.Buffers;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>What responses try to smuggle into exceptions and log entries.</summary>
internal static class Canaries
{
    public const string Email = "canary.person@leak.example";

    /// <summary>How every token of the run begins.</summary>
    public const string Token = "eyJjYW5hcnkiOnRydWV9.Y2FuYXJ5.c2lnbmF0dXJl";

    /// <summary>Text that would stand on a line of its own if its line break came through, like a forged entry of a log.</summary>
    public const string ForgedLine = "\r\nFORGED by the server";

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    private static readonly (string What, string Text)[] Secrets =
    [
        ("the e-mail address", Email),
        ("the e-mail address", Email.Replace("@", "%40", StringComparison.Ordinal)),
        ("the token", Token),
        ("a forged line", ForgedLine[1..]),
    ];

    /// <summary>What of the above a text holds; null where it holds nothing.</summary>
    public static string? In(string? text) => text is null
        ? null
        : Secrets.FirstOrDefault(secret => text.Contains(secret.Text, StringComparison.OrdinalIgnoreCase)).What;

    public static bool HasLineBreak(string text) => text.AsSpan().ContainsAny(LineBreaks);
}
