using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Microsoft.Kiota.Abstractions;

/// <summary>
/// A URL template (RFC 6570), as far as generated builders use it: literals and the expressions <c>{x}</c>, <c>{+x}</c>,
/// <c>{?x,y}</c> and <c>{&amp;x,y}</c>, with lists and the explode modifier. Parsed once per template.
/// </summary>
internal sealed class UriTemplate
{
    /// <summary>
    /// By reference: templates are constants of the generated code, so this holds a fixed number of entries, and hashing their
    /// text would take as long as filling them in.
    /// </summary>
    private static readonly ConcurrentDictionary<string, UriTemplate> Parsed = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is never encoded where reserved characters are kept.</summary>
    private static readonly SearchValues<char> Kept = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=");

    private readonly Part[] _parts;
    private StringBuilder? _idleBuilder;

    private UriTemplate(string template) => _parts = [.. Parse(template)];

    public static UriTemplate For(string template) => Parsed.GetOrAdd(template, static text => new UriTemplate(text));

    /// <summary>The template with its variables replaced; an absent or null variable and an empty list leave nothing behind.</summary>
    public string Expand(IDictionary<string, object> variables, IDictionary<string, object>? moreVariables = null)
    {
        var url = Interlocked.Exchange(ref _idleBuilder, null) ?? new StringBuilder(capacity: 256);
        foreach (var part in _parts)
        {
            if (part.Variables is null)
            {
                url.Append(part.Literal);
                continue;
            }

            var separator = part.First;
            foreach (var variable in part.Variables)
            {
                if (!variables.TryGetValue(variable.Name, out var value) &&
                    moreVariables?.TryGetValue(variable.Name, out value) is not true)
                {
                    continue;
                }

                if (Append(url, separator, part, variable, value))
                {
                    separator = part.Separator;
                }
            }
        }

        var expanded = url.ToString();
        _idleBuilder = url.Clear();
        return expanded;
    }

    private static bool Append(StringBuilder url, string separator, Part part, Variable variable, object? value)
    {
        switch (value)
        {
            case null:
                return false;

            case System.Collections.IEnumerable list and not string:
                var next = separator;
                var written = false;
                foreach (var item in list)
                {
                    if (item is null)
                    {
                        continue;
                    }

                    url.Append(next);
                    if (part.Named && (variable.Explode || !written))
                    {
                        url.Append(variable.Name).Append('=');
                    }

                    AppendValue(url, item, part.KeepReserved);
                    next = variable.Explode ? part.Separator : ",";
                    written = true;
                }

                return written;

            default:
                url.Append(separator);
                if (part.Named)
                {
                    url.Append(variable.Name).Append('=');
                }

                AppendValue(url, value, part.KeepReserved);
                return true;
        }
    }

    private static void AppendValue(StringBuilder url, object value, bool keepReserved)
    {
        if (value is Guid id)
        {
            url.Append(CultureInfo.InvariantCulture, $"{id:D}");
        }
        else
        {
            AppendEncoded(url, Text(value), keepReserved);
        }
    }

    /// <summary>A value as the service reads it, whatever the culture.</summary>
    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        Date date => date.ToString(),
        int or long or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A URL cannot hold a value of type {value.GetType()}."),
    };

    private static void AppendEncoded(StringBuilder url, string text, bool keepReserved)
    {
        if (!keepReserved)
        {
            url.Append(Uri.EscapeDataString(text));
            return;
        }

        if (!text.AsSpan().ContainsAnyExcept(Kept))
        {
            url.Append(text);
            return;
        }

        // What is already a percent-encoded triplet stays one; everything else outside the reserved set is encoded.
        for (var i = 0; i < text.Length;)
        {
            if (IsReserved(text[i]) || IsTriplet(text, i))
            {
                url.Append(text[i++]);
                continue;
            }

            var end = i + 1;
            while (end < text.Length && !IsReserved(text[end]) && !IsTriplet(text, end))
            {
                end++;
            }

            url.Append(Uri.EscapeDataString(text[i..end]));
            i = end;
        }
    }

    private static bool IsReserved(char c) => ":/?#[]@!$&'()*+,;=".Contains(c, StringComparison.Ordinal);

    private static bool IsTriplet(string text, int at) =>
        text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);

    private static IEnumerable<Part> Parse(string template)
    {
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                yield return new Part(template[at..]);
                yield break;
            }

            if (open > at)
            {
                yield return new Part(template[at..open]);
            }

            var close = template.IndexOf('}', open);
            if (close < 0)
            {
                throw new FormatException($"The URL template '{template}' has an unclosed brace.");
            }

            yield return Expression(template[(open + 1)..close]);
            at = close + 1;
        }
    }

    private static Part Expression(string text) => text[0] switch
    {
        '+' => new Part(Variables(text[1..]), First: "", Separator: ",", Named: false, KeepReserved: true),
        '?' => new Part(Variables(text[1..]), First: "?", Separator: "&", Named: true, KeepReserved: false),
        '&' => new Part(Variables(text[1..]), First: "&", Separator: "&", Named: true, KeepReserved: false),
        '#' or '.' or '/' or ';' => throw new NotSupportedException($"The URL template expression '{{{text}}}' is not one that Kiota emits."),
        _ => new Part(Variables(text), First: "", Separator: ",", Named: false, KeepReserved: false),
    };

    private static Variable[] Variables(string list) =>
        [.. list.Split(',').Select(name => new Variable(name.TrimEnd('*'), Explode: name.EndsWith('*')))];

    private readonly record struct Variable(string Name, bool Explode);

    /// <summary>A literal, or an expression with its variables and the punctuation of its operator.</summary>
    private sealed record Part(Variable[]? Variables, string First, string Separator, bool Named, bool KeepReserved)
    {
        public Part(string literal)
            : this(null, "", "", false, false) => Literal = literal;

        public string Literal { get; } = "";
    }
}
