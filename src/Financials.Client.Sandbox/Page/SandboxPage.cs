using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Page;

/// <summary>The page for people at <c>/</c>, and under <c>/sandbox</c> the data that it asks for.</summary>
internal sealed class SandboxPage(IPageContent content)
{
    private const int MostRequests = 50;
    private const int MostEntities = 200;

    private static readonly Lazy<byte[]> Html = new(() =>
    {
        using var resource = typeof(SandboxPage).Assembly.GetManifestResourceStream(typeof(SandboxPage), "index.html")!;
        var html = new byte[resource.Length];
        resource.ReadExactly(html);
        return html;
    });

    /// <summary>Whether a request is for the page and not for the service.</summary>
    public static bool Serves(HttpContext context) => context.Request.Path.Value is "" or "/" || context.Request.Path.StartsWithSegments("/sandbox");

    public Task HandleAsync(HttpContext context) => OwnPageOnly.GuardAsync(context, AnswerAsync);

    private Task AnswerAsync(HttpContext context)
    {
        var path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (context.Request.Method, path) switch
        {
            ("GET", []) => HtmlAsync(context.Response),
            ("GET", ["sandbox", "state"]) => JsonAsync(context.Response, State()),
            ("GET", ["sandbox", "companies", var id]) => JsonAsync(context.Response, Company(id)),
            ("GET", ["sandbox", "responses", var number]) => JsonAsync(context.Response, Response(number)),
            ("POST", ["sandbox", "companies", var id, "journals", var journal]) => JsonAsync(context.Response, Post(id, journal)),
            ("PUT", ["sandbox", "faults", var key]) => TurnAsync(context.Response, FaultsNamed(key), on: true),
            ("DELETE", ["sandbox", "faults", var key]) => TurnAsync(context.Response, FaultsNamed(key), on: false),
            ("DELETE", ["sandbox", "faults"]) => TurnAsync(context.Response, content.Faults, on: false),
            _ => NotFoundAsync(context.Response),
        };
    }

    private JsonObject State() => new()
    {
        ["address"] = content.BaseAddress.ToString(),
        ["businessCentral"] = content.BusinessCentralAddress.ToString(),
        ["token"] = content.Token,
        ["companies"] = Array(content.Companies, company => new()
        {
            ["id"] = company.Id,
            ["name"] = company.Name,
            ["customers"] = company.Customers,
            ["payments"] = company.Payments,
        }),
        ["faults"] = Array(content.Faults, fault => new()
        {
            ["key"] = fault.Key,
            ["title"] = fault.Title,
            ["text"] = fault.Text,
            ["on"] = fault.IsOn(),
        }),
        ["requests"] = Array(content.LastRequests(MostRequests), request => new()
        {
            ["number"] = request.Number,
            ["time"] = request.Time,
            ["method"] = request.Method,
            ["path"] = request.Path,
            ["body"] = request.Body,
            ["status"] = request.Status,
            ["dropped"] = request.IsDropped,
            ["fault"] = request.Fault,
        }),
    };

    private JsonObject? Company(string id) => !Guid.TryParse(id, out var companyId) || content.Content(companyId, MostEntities) is not { } company
        ? null
        : new(company.Sets.Select(set => KeyValuePair.Create<string, JsonNode?>(set.Key, Set(set.Value))));

    private JsonObject? Response(string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which) && content.ResponseTo(which) is { } text
            ? new() { ["body"] = text }
            : null;

    /// <summary>200 in any case: a refusal is what a person wants to read, too.</summary>
    private JsonObject? Post(string company, string journal) => Guid.TryParse(company, out var companyId) && Guid.TryParse(journal, out var journalId)
        ? new() { ["refusal"] = content.Post(companyId, journalId) }
        : null;

    private static JsonObject Set(PageSet set) => new() { ["total"] = set.Total, ["items"] = Array(set.Items, item => item) };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> shown) => [.. items.Select(shown)];

    private List<FaultSwitch> FaultsNamed(string key) => [.. content.Faults.Where(fault => fault.Key == key)];

    private static Task TurnAsync(HttpResponse response, IReadOnlyList<FaultSwitch> faults, bool on)
    {
        if (faults.Count == 0)
        {
            return NotFoundAsync(response);
        }

        foreach (var fault in faults)
        {
            fault.Switch(on);
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task HtmlAsync(HttpResponse response)
    {
        // Nothing is loaded from elsewhere, and no other site may put the switches into a frame of its own.
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; connect-src 'self'; " +
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        response.ContentType = "text/html; charset=utf-8";
        await response.Body.WriteAsync(Html.Value).ConfigureAwait(false);
    }

    private static Task JsonAsync(HttpResponse response, JsonObject? json)
    {
        if (json is null)
        {
            return NotFoundAsync(response);
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json";
        return response.WriteAsync(json.ToJsonString());
    }

    private static Task NotFoundAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
