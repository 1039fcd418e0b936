using System.Globalization;
using System.Text;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>
/// RFC 6570, section 3, as its text reads: operators by the table of appendix A, values by the steps of section 3.2.1.
/// Slow and literal on purpose. It shares nothing with the library that it judges, not even the platform's URL escaping.
/// </summary>
internal static class Rfc6570
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string Reserved = ":/?#[]@!$&'()*+,;=";
    private const string HexDigits = "0123456789ABCDEFabcdef";

    private static readonly Dictionary<char, Operator> Operators = new()
    {
        ['+'] = new(First: "", Separator: ",", Named: false, IfEmpty: "", AllowReserved: true),
        ['.'] = new(First: ".", Separator: ".", Named: false, IfEmpty: "", AllowReserved: false),
        ['/'] = new(First: "/", Separator: "/", Named: false, IfEmpty: "", AllowReserved: false),
        [';'] = new(First: ";", Separator: ";", Named: true, IfEmpty: "", AllowReserved: false),
        ['?'] = new(First: "?", Separator: "&", Named: true, IfEmpty: "=", AllowReserved: false),
        ['&'] = new(First: "&", Separator: "&", Named: true, IfEmpty: "=", AllowReserved: false),
        ['#'] = new(First: "#", Separator: ",", Named: false, IfEmpty: "", AllowReserved: true),
    };

    private static readonly Operator Simple = new(First: "", Separator: ",", Named: false, IfEmpty: "", AllowReserved: false);

    /// <param name="template">The template.</param>
    /// <param name="valueOf">
    /// The value of a variable: text, a list of texts, an associative array as a list of pairs, or null where it is undefined.
    /// </param>
    public static string Expand(string template, Func<string, object?> valueOf)
    {
        var result = new StringBuilder();
        foreach (var (text, isExpression) in Parts(template))
        {
            result.Append(isExpression ? Expression(text, valueOf) : Encode(text, allowReserved: true));
        }

        return result.ToString();
    }

    /// <summary>The names of the template's variables, in their order.</summary>
    public static IEnumerable<string> VariablesOf(string template) =>
        from part in Parts(template)
        where part.IsExpression
        from specification in Specifications(part.Text).Specifications
        select NameOf(specification);

    private static IEnumerable<(string Text, bool IsExpression)> Parts(string template)
    {
        while (template.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = template.IndexOf('}', open);
            yield return (template[..open], false);
            yield return (template[(open + 1)..close], true);
            template = template[(close + 1)..];
        }

        yield return (template, false);
    }

    private static (Operator Operator, string[] Specifications) Specifications(string expression) =>
        Operators.TryGetValue(expression[0], out var known)
            ? (known, expression[1..].Split(','))
            : (Simple, expression.Split(','));

    private static string NameOf(string specification) => specification.TrimEnd('*').Split(':')[0];

    private static string Expression(string expression, Func<string, object?> valueOf)
    {
        var (how, specifications) = Specifications(expression);
        var defined = specifications
            .Select(specification => (Specification: specification, Value: valueOf(NameOf(specification))))
            .Where(variable => variable.Value is not (null or string[] { Length: 0 } or (string, string)[] { Length: 0 }))
            .Select(variable => Variable(how, variable.Specification, variable.Value!))
            .ToArray();
        return defined.Length == 0 ? "" : how.First + string.Join(how.Separator, defined);
    }

    private static string Variable(Operator how, string specification, object value)
    {
        var name = NameOf(specification);
        return (value, Explode: specification.EndsWith('*')) switch
        {
            (string text, _) => Named(how, name, Encode(Prefix(text, specification), how.AllowReserved)),
            (string[] list, false) => Named(how, name, string.Join(',', Encoded(how, list))),
            (string[] list, true) => string.Join(how.Separator, Encoded(how, list).Select(item => Named(how, name, item))),
            ((string, string)[] pairs, false) => Named(
                how,
                name,
                string.Join(',', Encoded(how, pairs).Select(pair => $"{pair.Key},{pair.Value}"))),
            ((string, string)[] pairs, true) => string.Join(
                how.Separator,
                Encoded(how, pairs).Select(pair => how.Named ? Named(how, pair.Key, pair.Value) : $"{pair.Key}={pair.Value}")),
            _ => throw new ArgumentException($"RFC 6570 knows no values of type {value.GetType()}.", nameof(value)),
        };
    }

    private static string Named(Operator how, string name, string value) =>
        !how.Named ? value : name + (value.Length == 0 ? how.IfEmpty : "=" + value);

    private static IEnumerable<string> Encoded(Operator how, string[] list) =>
        list.Select(item => Encode(item, how.AllowReserved));

    private static IEnumerable<(string Key, string Value)> Encoded(Operator how, (string Key, string Value)[] pairs) =>
        pairs.Select(pair => (Encode(pair.Key, how.AllowReserved), Encode(pair.Value, how.AllowReserved)));

    private static string Prefix(string text, string specification) =>
        specification.Split(':') is [_, var length]
            ? string.Concat(text.EnumerateRunes().Take(int.Parse(length, CultureInfo.InvariantCulture)))
            : text;

    private static string Encode(string text, bool allowReserved)
    {
        var result = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, at);
            if (Unreserved.Contains(text[at], StringComparison.Ordinal) ||
                (allowReserved && (Reserved.Contains(text[at], StringComparison.Ordinal) || IsTriplet(text.AsSpan(at)))))
            {
                result.Append(text[at]);
            }
            else
            {
                foreach (var octet in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    result.Append('%').Append(HexDigits[octet >> 4]).Append(HexDigits[octet & 0xf]);
                }
            }

            at += rune.Utf16SequenceLength;
        }

        return result.ToString();
    }

    private static bool IsTriplet(ReadOnlySpan<char> text) =>
        text is ['%', var high, var low, ..] &&
        HexDigits.Contains(high, StringComparison.Ordinal) &&
        HexDigits.Contains(low, StringComparison.Ordinal);

    /// <summary>A column of the table in appendix A.</summary>
    private sealed record Operator(string First, string Separator, bool Named, string IfEmpty, bool AllowReserved);
}
