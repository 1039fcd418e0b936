using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>The sets of records of the model, and what the service itself answers. Not thread-safe.</summary>
internal sealed partial class ModelData
{
    private readonly Dictionary<string, ModelTable> _tables = [];

    public bool IgnoresFilters { get; set; }

    /// <summary>Which records the service refuses.</summary>
    public Func<JsonObject, bool> Refuses { get; set; } = _ => false;

    /// <summary>Whether several requests can come in one.</summary>
    public bool TakesBatches { get; set; } = true;

    public ModelTable Table(string set)
    {
        if (!_tables.TryGetValue(set, out var table))
        {
            var last = set.Split('/')[^1];
            _tables[set] = table = new(last switch
            {
                "customers" => "number",
                "customerPayments" => "lineNumber",
                "generalLedgerEntries" => "entryNumber",
                _ => "code",
            });
        }

        return table;
    }

    /// <summary>What posting a journal does: its lines become entries, and are gone.</summary>
    /// <param name="set">The journal's payments.</param>
    /// <param name="documentNumbers">The number that a line's document gets.</param>
    public void Post(string set, Func<string?, string?> documentNumbers)
    {
        foreach (var line in Table(set).Rows.ToList())
        {
            Table(set).Remove(line);
            Table("generalLedgerEntries").Insert(new()
            {
                ["documentType"] = "Payment",
                ["documentNumber"] = documentNumbers((string?)line["documentNumber"]),
                ["postingDate"] = (string?)line["postingDate"],
                ["creditAmount"] = -line["amount"]!.GetValue<decimal>(),
                ["comment"] = (string?)line["comment"],
                ["lineId"] = (string?)line["id"],
            });
        }
    }

    public HttpResponseMessage Answer(RecordedRequest request)
    {
        if (request.Target.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
        {
            return TakesBatches ? Batch(request) : Error(HttpStatusCode.NotFound, "BadRequest_NotFound");
        }

        var path = PathOf(Uri.UnescapeDataString(request.Target.AbsolutePath));
        if (path.Length % 2 == 1)
        {
            var table = Table(string.Join('/', path));
            return request.Method == "POST" ? Insert(table, request.Body) : Page(table, request.Target.Query);
        }

        var set = Table(string.Join('/', path[..^1]));
        if (set.Find(path[^1]) is not { } row)
        {
            return Error(HttpStatusCode.NotFound, "Internal_RecordNotFound");
        }

        if (request.Headers.TryGetValue("If-Match", out var version) && version != "*" && version != row["@odata.etag"]!.ToString())
        {
            return Error(HttpStatusCode.Conflict, "Request_EntityChanged");
        }

        switch (request.Method)
        {
            case "PATCH":
                set.Update(row, JsonNode.Parse(request.Body)!.AsObject());
                break;
            case "DELETE":
                set.Remove(row);
                return new(HttpStatusCode.NoContent);
        }

        return ScriptedTransport.Json(row.ToJsonString());
    }

    /// <summary>Creates in one transaction: the first that fails ends it, and takes back those before it although their responses say otherwise.</summary>
    private HttpResponseMessage Batch(RecordedRequest request)
    {
        Assert.That(request.Headers["Isolation"], Is.EqualTo("snapshot"));
        var responses = new JsonArray();
        var inserted = new List<(ModelTable Table, JsonObject Row)>();
        foreach (var item in JsonNode.Parse(request.Body)!["requests"]!.AsArray())
        {
            var table = Table(string.Join('/', PathOf($"/api/{item!["url"]}")));
            var body = item["body"]!.AsObject();
            var row = Refuses(body) ? null : table.Insert(body);
            responses.Add(new JsonObject
            {
                ["id"] = item["id"]!.DeepClone(),
                ["status"] = row is null ? 400 : 201,
                ["body"] = row?.DeepClone() ?? new JsonObject { ["error"] = new JsonObject { ["code"] = "Any", ["message"] = "No." } },
            });
            if (row is null)
            {
                inserted.ForEach(earlier => earlier.Table.Remove(earlier.Row));
                break;
            }

            inserted.Add((table, row));
        }

        return ScriptedTransport.Json(new JsonObject { ["responses"] = responses }.ToJsonString());
    }

    private HttpResponseMessage Insert(ModelTable table, string body) =>
        Refuses(JsonNode.Parse(body)!.AsObject()) ? Error(HttpStatusCode.BadRequest, "Application_DialogException")
        : table.Insert(JsonNode.Parse(body)!.AsObject()) is { } row
            ? ScriptedTransport.Json(row.ToJsonString(), HttpStatusCode.Created)
            : Error(HttpStatusCode.BadRequest, "Internal_EntityWithSameKeyExists");

    private HttpResponseMessage Page(ModelTable table, string query)
    {
        var options = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)
            .Select(option => option.Split('=', 2)).Where(option => !IgnoresFilters || option[0] != "$filter")
            .ToDictionary(option => option[0], option => option[1]);
        var rows = new JsonArray([.. table.Query(options).Select(row => row.DeepClone())]);
        return ScriptedTransport.Json(new JsonObject { ["value"] = rows }.ToJsonString());
    }

    private static string[] PathOf(string address) => IdInBrackets().Replace(address, "/$1").Split("/companies/")[1].Split('/')[1..];

    private static HttpResponseMessage Error(HttpStatusCode status, string code) =>
        ScriptedTransport.Json($$$"""{"error":{"code":"{{{code}}}","message":"No."}}""", status);

    /// <summary>Business Central has ids in brackets, the documented surface as segments of their own.</summary>
    [GeneratedRegex(@"\(([-0-9a-f]{36})\)")]
    private static partial Regex IdInBrackets();
}
