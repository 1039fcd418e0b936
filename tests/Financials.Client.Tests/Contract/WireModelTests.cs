using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Financials.Client.Dialects.Documented;
using Financials.Client.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Contract;

/// <summary>The runtime reads every member of every model that can occur in an answer, read-only ones included.</summary>
public class WireModelTests
{
    private static readonly MethodInfo Send = typeof(WireModelTests).GetMethod(nameof(SendAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static IEnumerable<TestCaseData> AnswerModels() =>
        from model in typeof(FinancialsClient).Assembly.GetTypes()
        where typeof(IParsable).IsAssignableFrom(model) && model.Namespace == "Financials.Client.Generated.Documented.Models"
        where !typeof(Exception).IsAssignableFrom(model) && model.Name is not ("CustomerReference" or "MainError" or "InnerError" or "ErrorDetail")
        from schema in ContractDocument.Documented.Schemas
        where schema.Key.Equals(model.Name, StringComparison.OrdinalIgnoreCase)
        select new TestCaseData(model, schema.Value).SetArgDisplayNames(model.Name);

    [TestCaseSource(nameof(AnswerModels))]
    public async Task Answer_WithEveryMember_IsReadWhole(Type model, IReadOnlyDictionary<string, YamlMappingNode> members)
    {
        var json = new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)ValueOf(m.Value))));

        var read = await (Task<object>)Send.MakeGenericMethod(model).Invoke(null, [json.ToJsonString()])!;

        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, schema) in members)
            {
                var property = model.GetProperty(string.Concat(name.Where(char.IsAsciiLetterOrDigit)), BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)!;
                Assert.That(AsText(property.GetValue(read)), Is.EqualTo(ValueOf(schema) is JsonValue value ? value.ToString() : "there"), name);
            }
        }
    }

    private static JsonNode ValueOf(YamlMappingNode schema) =>
        (ContractDocument.Text(schema, "type"), ContractDocument.Text(schema, "format")) switch
        {
            ("string", "uuid") => "52a499d6-99d6-52a4-d699-a452d699a452",
            ("string", "date") => "2015-12-31",
            ("string", "date-time") => "2016-12-31T23:56:51.5562076+03:00",
            ("string", _) => "text",
            ("boolean", _) => true,
            ("integer", _) => 7,
            ("number", _) => 12.50m,
            ("array", _) => new JsonArray(new JsonObject()),
            _ => new JsonObject(),
        };

    private static string? AsText(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        IParsable => "there",
        IList { Count: 1 } => "there",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static async Task<object> SendAsync<TModel>(string answer)
        where TModel : IParsable, new()
    {
        using var transport = ScriptedTransport.Answering(answer);
        var adapter = DocumentedAdapter.Create(new HttpClient(transport), TestClients.BaseAddress);
        var request = new RequestInformation(Method.GET, "{+baseurl}/x", new Dictionary<string, object> { ["baseurl"] = TestClients.BaseAddress.AbsoluteUri });
        return (await adapter.SendAsync(request, _ => new TModel()))!;
    }
}
