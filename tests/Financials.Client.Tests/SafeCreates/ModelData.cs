using System.Net;
using System.Text.Json.Nodes;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>The sets of records of the model, and what the service itself answers. Not thread-safe.</summary>
internal sealed class ModelData
{
    private readonly Dictionary<string, ModelTable> _tables = [];

    public bool IgnoresFilters { get; set; }

    public ModelTable Table(string set)
    {
        if (!_tables.TryGetValue(set, out var table))
        {
            var last = set.Split('/')[^1];
            _tables[set] = table = new(last switch { "customers" => "number", "customerPayments" => "lineNumber", _ => "code" });
        }

        return table;
    }

    public HttpResponseMessage Answer(RecordedRequest request)
    {
        var path = Uri.UnescapeDataString(request.Target.AbsolutePath).Split("/companies/")[1].Split('/')[1..];
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

    private static HttpResponseMessage Insert(ModelTable table, string body) =>
        table.Insert(JsonNode.Parse(body)!.AsObject()) is { } row
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

    private static HttpResponseMessage Error(HttpStatusCode status, string code) =>
        ScriptedTransport.Json($$$"""{"error":{"code":"{{{code}}}","message":"No."}}""", status);
}
