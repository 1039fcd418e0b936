using System.Globalization;
using System.Text.RegularExpressions;

namespace Financials.Client.Sandbox.Replay;

/// <summary>
/// What stands in a recording for values that must not be there. Equal values get equal pseudonyms, counted up in the order in which
/// they appear, so that nothing of a value can be read off its pseudonym. Not thread-safe.
/// </summary>
internal sealed partial class Pseudonyms
{
    /// <summary>Shorter values are not looked for inside other texts: they would be found in words that have nothing to do with them.</summary>
    private const int ShortestInText = 3;

    private readonly Dictionary<string, string> _byValue = new(StringComparer.Ordinal);
    private readonly HashSet<string> _everywhere = new(StringComparer.Ordinal);

    /// <summary>The pseudonym of a value; nothing for nothing.</summary>
    public string Of(string value)
    {
        if (string.IsNullOrWhiteSpace(value) || Token().Match(value) is { Success: true } whole && whole.Length == value.Length)
        {
            return value;
        }

        if (!_byValue.TryGetValue(value, out var pseudonym))
        {
            var number = _byValue.Count + 1;
            pseudonym = Guid.TryParseExact(value, "D", out _)
                ? string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:D12}")
                : string.Create(CultureInfo.InvariantCulture, $"hidden-{number}{(Email().IsMatch(value) ? "@example.com" : "")}");
            _byValue.Add(value, pseudonym);
        }

        return pseudonym;
    }

    /// <summary>Hides a value wherever it stands from here on.</summary>
    public void Hide(string value)
    {
        Of(value);
        _everywhere.Add(value);
    }

    /// <summary>An address or a code, in which only what is to be hidden everywhere is replaced.</summary>
    public string InCode(string text) => Replace(text, _everywhere);

    /// <summary>A sentence, in which every value that has a pseudonym by now is replaced, and every e-mail address gets one.</summary>
    public string InSentence(string text) => Email().Replace(
        Replace(text, _byValue.Keys.Where(value => value.Length >= ShortestInText)),
        match => Token().IsMatch(match.Value) ? match.Value : Of(match.Value));

    private string Replace(string text, IEnumerable<string> values) => values.OrderByDescending(value => value.Length).Aggregate(
        text, (replaced, value) => replaced.Replace(value, _byValue.GetValueOrDefault(value, value), StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the pseudonyms in a text of a recording.</summary>
    [GeneratedRegex(@"hidden-\d+(?:@example\.com)?|00000000-0000-4000-8000-\d{12}", RegexOptions.CultureInvariant)]
    public static partial Regex Token();

    [GeneratedRegex(@"[^\s'""<>@;,:]+@[^\s'""<>@;,:]+\.[A-Za-z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
