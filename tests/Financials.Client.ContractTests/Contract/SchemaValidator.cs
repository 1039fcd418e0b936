using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Financials.Client.ContractTests.Contract;

/// <summary>
/// Compares JSON with the schemas of an OpenAPI 3.0 document. These are not JSON Schema (<c>nullable</c>, <c>readOnly</c>), and
/// the service is stricter than either: a member that the schema does not know is an error. A keyword that is not judged here
/// is one too, so that no rule of the document goes unheeded.
/// </summary>
/// <param name="document">The document that references are resolved in.</param>
/// <param name="isRequest">Whether the JSON goes to the service, which refuses read-only members.</param>
internal sealed partial class SchemaValidator(OpenApiDocument document, bool isRequest)
{
    private static readonly string[] Judged =
        ["type", "format", "nullable", "readOnly", "required", "maxLength", "minimum", "multipleOf", "properties", "additionalProperties", "items", "allOf"];

    private static readonly string[] WithoutRule = ["description", "example"];

    /// <summary>The type that Business Central's source gives a string.</summary>
    private const string BusinessCentralType = "x-business-central-type";

    /// <summary>One line for each thing that is not as the schema says.</summary>
    /// <param name="value">The JSON.</param>
    /// <param name="schema">The schema, or a reference to one.</param>
    /// <param name="at">Where the JSON stands, for the lines.</param>
    public IEnumerable<string> Problems(JsonNode? value, JsonNode schema, string at = "$")
    {
        // All parts of an allOf describe one value together, so an unknown member is one that none of them knows.
        IReadOnlyList<JsonObject> parts = [.. PartsOf(schema)];
        return value is JsonObject members
            ? parts.SelectMany(part => OwnProblems(value, part, at)).Concat(MemberProblems(members, parts, at))
            : parts.SelectMany(part => OwnProblems(value, part, at));
    }

    private IEnumerable<JsonObject> PartsOf(JsonNode schema)
    {
        var resolved = document.Resolve(schema);
        if (resolved.FirstOrDefault(keyword => !Judged.Contains(keyword.Key) && !IsWithoutRule(keyword.Key)).Key is { } unknown)
        {
            throw new NotSupportedException($"The contract uses the keyword '{unknown}': say here what it asks for.");
        }

        return (resolved["allOf"]?.AsArray().SelectMany(part => PartsOf(part!)) ?? []).Append(resolved);
    }

    /// <summary>Extensions (<c>x-…</c>) speak to generators, not about the value; the one that does is judged with the format.</summary>
    private static bool IsWithoutRule(string keyword) =>
        WithoutRule.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);

    private IEnumerable<string> OwnProblems(JsonNode? value, JsonObject schema, string at)
    {
        var type = (string?)schema["type"];
        if (type is null)
        {
            return [];
        }

        if (value is null)
        {
            return (bool?)schema["nullable"] is true ? [] : [$"{at} may not be null"];
        }

        return HasType(value, type)
            ? [.. FormatProblems(value, schema, at), .. ItemProblems(value, schema, at)]
            : [$"{at} is {value.ToJsonString()}, which is no {type}"];
    }

    private IEnumerable<string> MemberProblems(JsonObject members, IReadOnlyList<JsonObject> parts, string at)
    {
        var known = parts.SelectMany(part => part["properties"]?.AsObject() ?? []).ToDictionary(member => member.Key, member => member.Value!);
        foreach (var (name, value) in members)
        {
            var schema = known.GetValueOrDefault(name);
            if (schema is null)
            {
                var further = parts.Select(part => part["additionalProperties"]).OfType<JsonNode>().Where(each => each is JsonObject || (bool)each).ToList();
                if (further.Count == 0)
                {
                    yield return $"{at}.{name} is unknown to the contract";
                }

                foreach (var problem in further.OfType<JsonObject>().SelectMany(each => Problems(value, each, $"{at}.{name}")))
                {
                    yield return problem;
                }

                continue;
            }

            if (isRequest && PartsOf(schema).Any(part => (bool?)part["readOnly"] is true))
            {
                yield return $"{at}.{name} is read-only";
            }

            foreach (var problem in Problems(value, schema, $"{at}.{name}"))
            {
                yield return problem;
            }
        }

        foreach (var name in parts.SelectMany(part => part["required"]?.AsArray() ?? []).Select(name => (string)name!))
        {
            if (!members.ContainsKey(name))
            {
                yield return $"{at}.{name} is missing";
            }
        }
    }

    private IEnumerable<string> ItemProblems(JsonNode value, JsonObject schema, string at) => value is JsonArray items
        ? items.SelectMany((item, index) => Problems(item, schema["items"]!, $"{at}[{index}]"))
        : [];

    private static bool HasType(JsonNode value, string type) => (type, value.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(Number(value)),
        ("object" or "array" or "string" or "boolean" or "number" or "integer", _) => false,
        _ => throw new NotSupportedException($"The contract has the type '{type}': say here what it is."),
    };

    private IEnumerable<string> FormatProblems(JsonNode value, JsonObject schema, string at)
    {
        if ((string?)schema["format"] is { } format && !HasFormat(value, format))
        {
            yield return $"{at} is {value.ToJsonString()}, which has not the format {format}";
        }

        if ((string?)schema[BusinessCentralType] is { } type && !IsOf(type, value))
        {
            yield return $"{at} is {value.ToJsonString()}, which is no {type} of Business Central's";
        }

        if (schema["maxLength"] is { } most && ((string)value!).Length > Number(most))
        {
            yield return $"{at} has {((string)value!).Length} characters, more than {most}";
        }

        if (schema["minimum"] is { } least && Number(value) < Number(least))
        {
            yield return $"{at} is {value.ToJsonString()}, less than {least}";
        }

        if (schema["multipleOf"] is { } step && Number(value) % Number(step) != 0)
        {
            yield return $"{at} is {value.ToJsonString()}, no multiple of {step}";
        }
    }

    /// <summary>A code comes back as it is stored, and an enumeration is its value's name, escaped where no identifier has such a character.</summary>
    private bool IsOf(string type, JsonNode value) => type switch
    {
        "Amount" or "Decimal" => HasType(value, "number"),
        _ when !HasType(value, "string") => false,
        "Enum" => Identifier().IsMatch((string)value!),
        _ when type.StartsWith("Code[", StringComparison.Ordinal) => isRequest || IsStoredCode((string)value!),
        _ => true,
    };

    private static bool IsStoredCode(string text) => text == text.Trim(' ') && text.All(letter => letter == char.ToUpperInvariant(letter));

    private static bool HasFormat(JsonNode value, string format) => format switch
    {
        "uuid" => Guid.TryParseExact((string?)value, "D", out _),
        "date" => DateOnly.TryParseExact((string?)value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Instant().IsMatch((string)value!) && DateTimeOffset.TryParse((string?)value, CultureInfo.InvariantCulture, out _),
        "int32" => Number(value) is >= int.MinValue and <= int.MaxValue,
        "decimal" => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => throw new NotSupportedException($"The contract has the format '{format}': say here what it is."),
    };

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>RFC 3339: without an offset it would be nobody's time.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Instant();

    [GeneratedRegex(@"^[\p{L}_]\w*$")]
    private static partial Regex Identifier();
}
