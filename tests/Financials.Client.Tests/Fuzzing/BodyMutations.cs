using System.Text;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>Bodies as bytes: flipped, cut, spliced, and other bodies altogether.</summary>
internal static class BodyMutations
{
    private static readonly string[] Whole =
    [
        "", " ", "\n", "{}", "[]", "null", "true", "0", "\"text\"", "{", "[", "}", "{}{}", "{} {}", "// comment\n{}",
        "{\"value\":null}", "{\"value\":[]}", "{\"value\":{}}", "{\"value\":[null]}", "{\"value\":[{}]}", "{\"value\":[[]]}",
        "{\"value\":\"x\"}", "{\"error\":null}", "{\"error\":{}}", "{\"error\":[]}", "{\"error\":\"text\"}",
        "{\"error\":{\"code\":1,\"message\":[]}}", "{\"error\":{\"code\":null,\"message\":null,\"innerError\":7}}",
        "{\"Message\":\"No HTTP resource was found.\"}", "{\"Message\":{}}", "{\"id\":null}", "{\"id\":\"\"}",
        "{\"id\":nul,\"email\":\"" + Canaries.Email + "\"}", "{\"@odata.null\":true}", "{\"id\":1}", "{'id':'x'}", "NaN", "-",
        "1e400", "\u0000", "\uFEFF", "<?xml version=\"1.0\"?><error/>", Canaries.Email, Canaries.Token,
    ];

    /// <summary>Around the depth that System.Text.Json allows, and beyond what a stack would hold.</summary>
    private static readonly string[] Deep =
    [
        .. new[] { 63, 64, 65, 1_000, 20_000 }
            .SelectMany(depth => new[] { new string('[', depth), Nested("[", "]", depth), Nested("{\"a\":", "}", depth) }),
    ];

    public static IEnumerable<Mutation> All =>
    [
        new("flipped bytes", 5, (response, chance) =>
        {
            for (var flips = 1 + chance.Below(6); flips > 0 && response.Body.Length > 0; flips--)
            {
                response.Body = [.. response.Body];
                response.Body[chance.Below(response.Body.Length)] ^= (byte)(1 << chance.Below(8));
            }

            return null;
        }),
        new("cut off", 4, (response, chance) =>
        {
            response.Body = response.Body[..chance.Below(response.Body.Length + 1)];
            return $"after {response.Body.Length} bytes";
        }),
        new("without some bytes", 2, (response, chance) =>
        {
            var (start, end) = Slice(response.Body, chance);
            response.Body = [.. response.Body[..start], .. response.Body[end..]];
            return $"{start} to {end}";
        }),
        new("some bytes twice", 2, (response, chance) =>
        {
            var (start, end) = Slice(response.Body, chance);
            response.Body = [.. response.Body[..end], .. response.Body[start..]];
            return $"{start} to {end}";
        }),
        new("random bytes within", 2, (response, chance) =>
        {
            var at = chance.Below(response.Body.Length + 1);
            response.Body = [.. response.Body[..at], .. chance.Bytes(1 + chance.Below(8)), .. response.Body[at..]];
            return $"at {at}";
        }),
        new("spliced with another body", 3, (response, chance) =>
        {
            var other = Encoding.UTF8.GetBytes(chance.OneOf(ServiceBodies.All));
            response.Body = [.. response.Body[..chance.Below(response.Body.Length + 1)], .. other[chance.Below(other.Length)..]];
            return null;
        }),
        new("the body of another entity", 3, (response, chance) =>
        {
            response.Text = chance.OneOf(ServiceBodies.All);
            return null;
        }),
        new("a page for an entity, or the other way round", 3, (response, chance) =>
        {
            response.Text = response.Text.Contains("\"value\":", StringComparison.Ordinal)
                ? chance.OneOf(ServiceBodies.All)
                : ServiceBodies.Page([response.Text]);
            return null;
        }),
        new("another body", 8, (response, chance) => response.Text = chance.OneOf(Whole)),
        new("nested deeply", 2, (response, chance) =>
        {
            response.Text = chance.OneOf(Deep);
            return $"{response.Body.Length} bytes";
        }),
        new("two bodies", 1, (response, _) =>
        {
            response.Body = [.. response.Body, .. response.Body];
            return null;
        }),
    ];

    private static (int Start, int End) Slice(byte[] body, Chance chance)
    {
        var start = chance.Below(body.Length + 1);
        return (start, Math.Min(body.Length, start + 1 + chance.Below(40)));
    }

    private static string Nested(string open, string close, int depth) =>
        new StringBuilder().Insert(0, open, depth).Append('1').Insert(depth * open.Length + 1, close, depth).ToString();
}
