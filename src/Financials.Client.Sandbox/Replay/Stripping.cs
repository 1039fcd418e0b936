using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Replay;

/// <summary>
/// Takes out of exchanges what must not be in a recording: tokens, addresses of the service, ids and names of companies, and every text
/// that may say something of a person or a business. What the service keeps as a code, an option, a number, a date or an id stays,
/// because a test is about these. A property that is not known is hidden as if it were a text.
/// </summary>
/// <param name="service">The service's address.</param>
/// <param name="pseudonyms">What stands for what is taken out.</param>
internal sealed partial class Stripping(Uri service, Pseudonyms pseudonyms)
{
    /// <summary>What stands for the service's address.</summary>
    public const string Service = "{service}";

    private static readonly string[] RequestHeaders = ["If-Match", "Prefer", "Data-Access-Intent"];
    private static readonly string[] ResponseHeaders = ["Content-Type", "ETag", "Location", "Retry-After", "OData-Version", "Preference-Applied"];
    private static readonly string[] Addresses = ["postalCode", "sellToPostCode", "billToPostCode", "shipToPostCode", "postCode"];

    /// <summary>What stands beside the properties of entities: parts of errors, batches and subscriptions, and texts that name nobody.</summary>
    private static readonly string[] Harmless =
        ["code", "target", "status", "method", "id", "atomicityGroup", "dependsOn", "resource", "changeType", "amountDecimalPlaces", "symbol", "systemVersion", "subCategory"];

    private static readonly HashSet<string> Kept =
    [
        .. BusinessCentralViews.All.Select(view => view.Type).Concat(EntityTypes.Documented).SelectMany(type => type.Members)
            .Where(member => member.Kind is not (MemberKind.Text or MemberKind.Address or MemberKind.CodeDescription))
            .Select(member => member.Name)
            .Except(Addresses),
        .. Harmless,
    ];

    private readonly string _service = service.AbsoluteUri.TrimEnd('/');

    /// <summary>An address as it stands in a recording: the path behind the service's address, decoded, and without what must not be seen.</summary>
    public string Path(Uri address) => Path(PlainPath(_service, address));

    /// <summary>The path behind a service's address, decoded.</summary>
    public static string PlainPath(string service, Uri address)
    {
        var whole = address.AbsoluteUri;
        var behind = whole.StartsWith(service, StringComparison.OrdinalIgnoreCase)
            ? whole[service.Length..]
            : new Uri(service + "/").MakeRelativeUri(address).OriginalString;
        return Uri.UnescapeDataString(behind.Replace('+', ' '));
    }

    public static IReadOnlyDictionary<string, string> OfRequest(HttpRequestMessage request) =>
        Headers(RequestHeaders, name => request.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null);

    public IReadOnlyDictionary<string, string> OfResponse(HttpResponseMessage response)
    {
        var headers = Headers(ResponseHeaders, name =>
            response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null);
        return headers.ToDictionary(header => header.Key, header => Code(header.Value), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A body without what must not be seen.</summary>
    /// <param name="body">The body; it is not changed.</param>
    /// <param name="ofCompanies">Whether it lists companies, whose ids are hidden from here on.</param>
    public JsonNode? Body(JsonNode? body, bool ofCompanies)
    {
        foreach (var company in ofCompanies ? body?["value"] as JsonArray ?? [] : [])
        {
            Hide(company?["id"]);
        }

        return Node("", body);
    }

    /// <summary>Hides ids of companies in the path and from here on.</summary>
    private string Path(string path)
    {
        foreach (Match company in Company().Matches(path))
        {
            pseudonyms.Hide(company.Groups["id"].Value);
        }

        var hidden = Literal().Replace(path, match =>
        {
            var property = match.Groups["property"].Value.Split('/')[^1];
            var value = match.Groups["value"];
            return Kept.Contains(property)
                ? match.Value
                : match.Value[..(value.Index - match.Index)] + pseudonyms.Of(value.Value.Replace("''", "'", StringComparison.Ordinal)) + "'";
        });
        return Code(hidden);
    }

    private JsonNode? Node(string name, JsonNode? node) => node switch
    {
        JsonObject entity => new JsonObject(entity
            .Where(member => name != "headers" || RequestHeaders.Concat(ResponseHeaders).Contains(member.Key, StringComparer.OrdinalIgnoreCase))
            .Select(member => KeyValuePair.Create(member.Key, Node(name == "headers" ? "@header" : member.Key, member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Node(name, item))]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => Value(name, value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    private string Value(string name, string text) => name switch
    {
        // A whole body of digits is a count.
        "" when text.All(char.IsAsciiDigit) => text,
        "url" => Path(text),
        "message" => pseudonyms.InSentence(Code(text)),
        "systemCreatedBy" or "systemModifiedBy" => pseudonyms.Of(text),
        _ when name.Contains('@', StringComparison.Ordinal) || Kept.Contains(name) || IsPlain(text) => Code(text),
        _ => pseudonyms.Of(text),
    };

    /// <summary>A text that is not hidden as a whole.</summary>
    private string Code(string text) => pseudonyms.InCode(text.Replace(_service, Service, StringComparison.OrdinalIgnoreCase));

    private void Hide(JsonNode? id)
    {
        if (id is JsonValue value && value.GetValueKind() is JsonValueKind.String)
        {
            pseudonyms.Hide(value.GetValue<string>());
        }
    }

    /// <summary>Whether a text is an id, a date or a time, whatever its property is called.</summary>
    private static bool IsPlain(string text) =>
        Guid.TryParseExact(text, "D", out _) || Time().IsMatch(text);

    private static Dictionary<string, string> Headers(string[] names, Func<string, string?> valueOf) => names
        .Select(name => (Name: name, Value: valueOf(name)))
        .Where(header => header.Value is not null)
        .ToDictionary(header => header.Name, header => header.Value!, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<=companies[(/])(?<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})", RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    /// <summary>A text that a property is compared with or searched for.</summary>
    [GeneratedRegex(@"(?<property>[A-Za-z][\w/]*)\)?(?:\s+(?:eq|ne|gt|ge|lt|le)\s+|\s*,\s*)'(?<value>(?:[^']|'')*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
