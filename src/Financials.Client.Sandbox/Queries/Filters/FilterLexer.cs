using System.Globalization;
using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>Cuts a filter into its pieces, one at a time: what follows a form that the service ignores is never looked at.</summary>
internal sealed partial class FilterLexer
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    private readonly string _filter;

    public FilterLexer(string filter)
    {
        _filter = filter;
        Next = ReadFrom(0);
    }

    /// <summary>The piece that has not been taken yet.</summary>
    public FilterToken Next { get; private set; }

    public FilterToken Take()
    {
        var token = Next;
        Next = ReadFrom(token.Position + token.Text.Length);
        return token;
    }

    public bool TryTake(string text)
    {
        var found = Next.Is(text);
        if (found)
        {
            Take();
        }

        return found;
    }

    public ServiceException Unreadable(string what) => ServiceException.UnreadableQuery($"{what} at position {Next.Position} in '{_filter}'.");

    private FilterToken ReadFrom(int position)
    {
        while (position < _filter.Length && char.IsWhiteSpace(_filter[position]))
        {
            position++;
        }

        if (position == _filter.Length)
        {
            return new(FilterTokenKind.End, "", position);
        }

        return _filter[position] switch
        {
            '\'' => Quoted(position),
            '(' or ')' or ',' => new(FilterTokenKind.Sign, _filter[position].ToString(), position),
            _ => Word(position),
        };
    }

    private FilterToken Quoted(int start)
    {
        var match = QuotedText().Match(_filter, start);
        return match.Success
            ? new(FilterTokenKind.Literal, match.Value, start, match.Value[1..^1].Replace("''", "'", StringComparison.Ordinal))
            : throw ServiceException.UnreadableQuery($"There is an unterminated string literal at position {_filter.Length} in '{_filter}'.");
    }

    private FilterToken Word(int start)
    {
        var word = UnquotedWord().Match(_filter, start).Value;
        if (word.Length == 0)
        {
            throw ServiceException.UnreadableQuery($"Syntax error: character '{_filter[start]}' is not valid at position {start} in '{_filter}'.");
        }

        if (TryLiteral(word, out var value))
        {
            return new(FilterTokenKind.Literal, word, start, value);
        }

        return PathOfNames().IsMatch(word)
            ? new(FilterTokenKind.Name, word, start)
            : throw ServiceException.UnreadableQuery($"Syntax error at position {start} in '{_filter}'.");
    }

    private static bool TryLiteral(string word, out object? value)
    {
        value = word switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            _ when Guid.TryParseExact(word, "D", out var id) => id,
            _ when DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
            _ when DateTimeOffset.TryParseExact(
                word, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => instant,
            _ when decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => word,
        };
        return !ReferenceEquals(value, word);
    }

    [GeneratedRegex(@"\G'(?:[^']|'')*'")]
    private static partial Regex QuotedText();

    [GeneratedRegex(@"\G[\w$@/.:+-]+")]
    private static partial Regex UnquotedWord();

    [GeneratedRegex(@"^[A-Za-z_$@][\w$@]*(?:[/.][A-Za-z_$@][\w$@]*)*$")]
    private static partial Regex PathOfNames();
}
