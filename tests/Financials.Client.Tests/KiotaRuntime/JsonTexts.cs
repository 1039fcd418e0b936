using System.Globalization;
using System.Text.Json;
using Financials.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Random JSON values as text.</summary>
internal static class JsonTexts
{
    private static readonly Gen<string> Scalars = Gen.OneOf(
        Texts.Any.Select(Quoted),
        Decimals.Any.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(number => number.ToString(CultureInfo.InvariantCulture)),
        UrlGenerators.Ids.Select(id => Quoted(id.ToString("D"))),
        Gen.Elements("true", "false", "null", "0", "-1.50", "9223372036854775807"));

    public static Gen<string> Any { get; } = Nested(depth: 3);

    /// <summary>
    /// Objects as members that are not in the contract: some as services write them, some that are nearly in it, some odd.
    /// </summary>
    public static Gen<Dictionary<string, string>> Members(Func<string, bool> isInContract)
    {
        var names = Gen.OneOf(
            Gen.Elements("@odata.id", "customer@odata.context", "$type", "$id", "Number", "DISPLAYNAME", "dimensions", "é"),
            Texts.Any);
        var unknown = names.Where(name => name != "" && !isInContract(name));
        return
            from count in Gen.Choose(0, 5)
            from members in Gen.ArrayOf(unknown.Zip(Any, KeyValuePair.Create), count)
            select members.DistinctBy(member => member.Key).ToDictionary();
    }

    public static string Object(IEnumerable<KeyValuePair<string, string>> members) =>
        $"{{{string.Join(',', members.Select(member => $"{Quoted(member.Key)}:{member.Value}"))}}}";

    /// <summary>A text that two values share if they differ in nothing but spaces, escapes and the order of members.</summary>
    public static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Object(value.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Name, Canonical(member.Value)))),
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => Quoted(value.GetString()!),
        _ => value.GetRawText(),
    };

    private static Gen<string> Nested(int depth) => depth == 0
        ? Scalars
        : Gen.Frequency(
            (4, Scalars),
            (1, UrlGenerators.ListOf(Nested(depth - 1)).Select(items => $"[{string.Join(',', items)}]")),
            (1, UrlGenerators.ListOf(Texts.Any.Where(name => name != "").Zip(Nested(depth - 1), KeyValuePair.Create))
                .Select(members => Object(members.DistinctBy(member => member.Key)))));

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
