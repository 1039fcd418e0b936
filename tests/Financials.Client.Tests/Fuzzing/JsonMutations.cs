using System.Text;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>Bodies as JSON: tokens and properties that are missing, doubled, of another type or of another value.</summary>
internal static class JsonMutations
{
    private static readonly string[] OtherTypes =
    [
        "null", "true", "false", "0", "-1", "1.5", "\"\"", "\"text\"", "[]", "{}", "[1]", "{\"a\":1}", "[{}]", "[null]",
        "\"5\"", "\"true\"",
    ];

    private static readonly string[] OtherValues =
    [
        "1e400", "-1e400", "1e-400", "NaN", "Infinity", "-Infinity", "79228162514264337593543950336",
        "-79228162514264337593543950336", "123456789012345678901234567890.123456789", "2147483648", "-2147483649",
        "9007199254740993", "1E5", "01", "+1", "0x10", "1.", ".5", "\"   \"", "\"\\t\"", "\"\\u00a0\"", "\"\\u0000\"",
        "\"\\ud83d\"", "\"\\udc00x\"", "\"0001-01-01\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"2017-13-45\"", "\"2017-02-29\"",
        "\"2017-03-08\"", "\"2017-03-08T09:14:02.1234567890123Z\"", "\"2017-03-08T25:00:00Z\"",
        "\"00000000-0000-0000-0000-000000000000\"", "\"{52a499d6-99d6-52a4-d699-a452d699a452}\"",
        "\"52a499d699d652a4d699a452d699a452\"", "\"52a499d6-99d6-52a4-d699-a452d699a45\"", "\"W/\\\"1\\\"\"",
        "\"W/\\\"1\\r\\nX-Evil: 1\\\"\"", "\"ø\"", "\"" + Canaries.Email + "\"", "\"" + Canaries.Token + "\"",
        "\"text\\r\\nFORGED by the server\"", "\"" + new string('x', 20_000) + "\"", "[[[[[[[[[[1]]]]]]]]]]", "/* comment */1",
        "undefined", "'text'", "1,2",
    ];

    private static readonly string[] Blank = ["\"\"", "\" \"", "\"  \"", "\"\\t\"", "\"\\r\\n\"", "\"\\u00a0\"", "\"\\u2003\""];

    private static readonly string[] Enumerations = ["\"type\"", "\"status\"", "\"blocked\""];

    private static readonly string[] Links =
    [
        "", " ", "?$skiptoken=1", "/beta/financials/companies", "//evil.example/x",
        "https://evil.example/beta/financials/companies", "http://graph.microsoft.com/beta/financials/companies",
        "https://graph.microsoft.com:444/beta/financials/companies",
        "https://graph.microsoft.com@evil.example/beta/financials/companies",
        "https://graph.microsoft.com.evil.example/beta/financials/companies",
        "https://user:password@graph.microsoft.com/beta/financials/companies", "https://graph.microsoft.com/v1.0/me",
        "https://graph.microsoft.com/beta/financials/../../v1.0/me", "https://graph.microsoft.com/beta/financials/%2e%2e/me",
        "https://[", "javascript:alert(1)", "file:///etc/passwd", "x",
        "https://graph.microsoft.com/beta/financials/companies#x",
        @"https://graph.microsoft.com/beta/financials/companies?\r\nFORGED by the server", @"https:\\evil.example\beta",
        "https://graph.microsoft.com/beta/financials/companies?" + Canaries.Email,
        "https://graph.microsoft.com/beta/financials/companies?$skiptoken={x}",
        "https://graph.microsoft.com/beta/financials/companies?a=%zz",
    ];

    public static IEnumerable<Mutation> All =>
    [
        new("a property of another type", 9, (response, chance) => SetAny(response, chance, chance.OneOf(OtherTypes))),
        new("a property of another value", 9, (response, chance) => SetAny(response, chance, chance.OneOf(OtherValues))),
        new("a blank enumeration", 3, (response, chance) => SetNamed(response, chance.OneOf(Enumerations), chance.OneOf(Blank))),
        new("another id", 6, (response, chance) => SetNamed(response, "\"id\"", $"\"{chance.Id()}\"")),
        new("an odd version", 2, (response, chance) => SetNamed(response, "\"@odata.etag\"", chance.OneOf(OtherValues))),
        new("another next link", 3, (response, chance) =>
            SetNamed(response, "\"@odata.nextLink\"", $"\"{chance.OneOf(Links)}\"")),
        new("a property under another name", 2, (response, chance) => Edit(response, chance, (body, name, value) =>
            [.. body[..name.Start], .. Renamed(body[name], chance), .. body[name.End..]])),
        new("no such property", 4, (response, chance) => Edit(response, chance, (body, name, value) =>
        {
            var (start, end) = (name.Start.Value, value.End.Value);
            return end < body.Length && body[end] == ',' ? [.. body[..start], .. body[(end + 1)..]]
                : start > 0 && body[start - 1] == ',' ? [.. body[..(start - 1)], .. body[end..]]
                : [.. body[..start], .. body[end..]];
        })),
        new("a property twice", 4, (response, chance) =>
        {
            var second = Encoding.UTF8.GetBytes(chance.Percent(30) ? chance.OneOf(OtherTypes) : chance.OneOf(OtherValues));
            var isSame = chance.Percent(50);
            return Edit(response, chance, (body, name, value) =>
                [.. body[..value.End], .. ","u8, .. body[name], .. ":"u8, .. isSame ? body[value] : second, .. body[value.End..]]);
        }),
        new("a token less", 3, (response, chance) => EditToken(response, chance, (body, token, _) =>
            [.. body[..token.Start], .. body[token.End..]])),
        new("a token twice", 2, (response, chance) => EditToken(response, chance, (body, token, _) =>
            [.. body[..token.End], .. body[token.Start..]])),
        new("a token for another", 3, (response, chance) => EditToken(response, chance, (body, token, other) =>
            [.. body[..token.Start], .. body[other], .. body[token.End..]])),
    ];

    private static string? SetAny(FuzzedResponse response, Chance chance, string value) =>
        Edit(response, chance, (body, _, old) => Replaced(body, old, value), value);

    private static string? SetNamed(FuzzedResponse response, string name, string value)
    {
        var body = response.Body;
        var tokens = JsonTokens.Of(body);
        foreach (var found in JsonTokens.Names(body, tokens))
        {
            if (body.AsSpan(tokens[found]).SequenceEqual(Encoding.UTF8.GetBytes(name)))
            {
                response.Body = Replaced(body, JsonTokens.ValueOf(body, tokens, found), value);
                return $"{name} = {value}";
            }
        }

        return "none";
    }

    private static byte[] Replaced(byte[] body, Range old, string value) =>
        [.. body[..old.Start], .. Encoding.UTF8.GetBytes(value), .. body[old.End..]];

    private static string? Edit(
        FuzzedResponse response, Chance chance, Func<byte[], Range, Range, byte[]> edit, string? to = null)
    {
        var body = response.Body;
        var tokens = JsonTokens.Of(body);
        var names = JsonTokens.Names(body, tokens);
        if (names.Count == 0)
        {
            return "none";
        }

        var name = chance.OneOf(names);
        response.Body = edit(body, tokens[name], JsonTokens.ValueOf(body, tokens, name));
        return $"{Encoding.UTF8.GetString(body[tokens[name]])}{(to is null ? "" : $" = {to[..Math.Min(to.Length, 60)]}")}";
    }

    private static string? EditToken(FuzzedResponse response, Chance chance, Func<byte[], Range, Range, byte[]> edit)
    {
        var body = response.Body;
        var tokens = JsonTokens.Of(body);
        if (tokens.Count == 0)
        {
            return "none";
        }

        var token = chance.OneOf(tokens);
        response.Body = edit(body, token, chance.OneOf(tokens));
        return $"{Encoding.UTF8.GetString(body[token])} at {token.Start}";
    }

    private static byte[] Renamed(byte[] name, Chance chance) => chance.Below(4) switch
    {
        0 => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(name).ToUpperInvariant()),
        1 => "\"\""u8.ToArray(),
        2 => [.. name[..^1], .. "@odata.type\""u8],
        _ => [.. "\""u8, .. Encoding.UTF8.GetBytes($@"\u{(int)name[1]:x4}"), .. name[2..]],
    };
}
