using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Financials.Client.Sandbox.Model;

/// <summary>Reads the values of a body as the service stores them, and refuses what it refuses.</summary>
internal static partial class WireValue
{
    /// <summary>What the service has where there is nothing.</summary>
    public static JsonNode? Blank(Member member) => member.Kind switch
    {
        MemberKind.Id => Wire.Text(Guid.Empty),
        MemberKind.Text or MemberKind.Code or MemberKind.DateFormula => "",
        MemberKind.Option => member.Options[0],
        MemberKind.Integer => 0,
        MemberKind.Decimal or MemberKind.Amount => 0m,
        MemberKind.Flag => false,
        MemberKind.Date => Wire.NoDate,
        MemberKind.Instant => "0001-01-01T00:00:00Z",
        MemberKind.Address => new JsonObject(AddressParts.All.Select(part => KeyValuePair.Create(part.Name, (JsonNode?)""))),
        MemberKind.CodeDescription or MemberKind.Media => null,
        _ => throw new InvalidOperationException($"There is no blank {member.Kind}."),
    };

    /// <summary>A value from a body, or from the data file, in the form in which it is stored.</summary>
    /// <exception cref="ServiceException">The service does not take the value.</exception>
    public static JsonNode? Stored(Member member, JsonNode? sent) => sent is null ? Blank(member) : member.Kind switch
    {
        MemberKind.Id => Id(Text(member, sent)),
        MemberKind.Text => Limited(member.MaxLength, Text(member, sent)),
        MemberKind.Code => Limited(member.MaxLength, Text(member, sent).Trim().ToUpperInvariant()),
        MemberKind.DateFormula => DateFormula.Parse(Text(member, sent)).ToString(),
        MemberKind.Option => Option(member, Text(member, sent)),
        MemberKind.Integer => Number<int>(sent, "Edm.Int32"),
        MemberKind.Decimal or MemberKind.Amount => Number<decimal>(sent, "Edm.Decimal"),
        MemberKind.Flag => sent.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? sent.GetValue<bool>() : throw Unfit(sent, "Edm.Boolean"),
        MemberKind.Date => Date(Text(member, sent)),
        MemberKind.Instant => Text(member, sent),
        MemberKind.Address => Address(member, sent as JsonObject ?? throw Unfit(sent, "Microsoft.NAV.postalAddressType")),
        MemberKind.CodeDescription => CodeDescription(sent as JsonObject ?? throw Unfit(sent, "Microsoft.NAV.codeDescription")),
        _ => throw new InvalidOperationException($"There is no stored {member.Kind}."),
    };

    private static string Text(Member member, JsonNode sent) => sent.GetValueKind() is JsonValueKind.String
        ? sent.GetValue<string>()
        : throw Unfit(sent, member.Kind switch { MemberKind.Id => "Edm.Guid", MemberKind.Date => "Edm.Date", _ => "Edm.String" });

    private static string Id(string text) => Guid.TryParseExact(text, "D", out var id)
        ? Wire.Text(id)
        : throw ServiceException.Refused("Application_InvalidGUID", $"Invalid format of GUID string '{text}'.");

    private static string Limited(int? maxLength, string text) => text.Length <= (maxLength ?? int.MaxValue)
        ? text
        : throw ServiceException.Refused(
            "Application_StringExceededLength",
            $"The length of the string is {text.Length}, but it must be less than or equal to {maxLength} characters. Value: {text}");

    /// <summary>An option may come in the encoding for names of a later service, where a space is <c>_x0020_</c>.</summary>
    private static string Option(Member member, string text)
    {
        var name = EncodedCharacter().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
        return name.Length == 0 && member.Options[0] == " "
            ? " "
            : member.Options.FirstOrDefault(option => option.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw ServiceException.Refused(
                    "Application_EvaluateException", $"'{text}' is not an option. The existing options are: {string.Join(',', member.Options)}");
    }

    private static T Number<T>(JsonNode sent, string typeName)
        where T : struct, INumber<T> =>
        sent.GetValueKind() is JsonValueKind.Number && T.TryParse(sent.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unfit(sent, typeName);

    private static string Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        ? text
        : throw Unfit(text, "Edm.Date");

    private static JsonObject Address(Member member, JsonObject sent)
    {
        var address = Blank(member)!.AsObject();
        foreach (var (name, value) in sent.Where(part => !part.Key.Contains('@')))
        {
            if (!address.ContainsKey(name))
            {
                throw ServiceException.UnknownProperty(name, "postalAddressType");
            }

            var (_, kind, maxLength, _) = AddressParts.All.First(part => part.Name == name);
            address[name] = name == AddressParts.Street
                ? Street.Parse(value is null ? "" : Text(new(name, kind), value)).Cut().ToString()
                : Stored(new(name, kind, maxLength), value);
        }

        var missing = AddressParts.All.FirstOrDefault(part => part.IsRequired && !sent.ContainsKey(part.Name)).Name;
        return missing is null ? address : throw ServiceException.Dialog($"{missing} must be specified.");
    }

    private static JsonObject CodeDescription(JsonObject sent)
    {
        if (sent.FirstOrDefault(part => part.Key is not ("code" or "description") && !part.Key.Contains('@')).Key is { } unknown)
        {
            throw ServiceException.UnknownProperty(unknown, "codeDescription");
        }

        var code = sent["code"] is { } value ? Text(new("code", MemberKind.Code), value).Trim().ToUpperInvariant() : "";
        return new() { ["code"] = Limited(10, code), ["description"] = sent["description"]?.DeepClone() ?? "" };
    }

    private static ServiceException Unfit(JsonNode sent, string typeName) => ServiceException.Refused(
        "BadRequest", $"Cannot convert the literal '{(sent.GetValueKind() is JsonValueKind.String ? sent.GetValue<string>() : sent.ToJsonString())}' to the expected type '{typeName}'.");

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex EncodedCharacter();
}
