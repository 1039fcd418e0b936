using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>A request as it came over the wire, and what becomes of it.</summary>
internal sealed class Arrival(HttpRequest request, byte[] body, DateTimeOffset receivedAt)
{
    private readonly TaskCompletionSource<JournalEntry> _entry = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly JournalEntry _asItCame = new(
        request.Method,
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        receivedAt,
        request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        Encoding.UTF8.GetString(body));

    /// <summary>The request that the server is at. WireMock.Net shows matchers its address decoded only, which may not be what was sent.</summary>
    public static Arrival Current => new HttpContextAccessor().HttpContext!.Features.GetRequiredFeature<Arrival>();

    public string Method => _asItCame.Method;

    /// <summary>The path and query.</summary>
    public string Url => _asItCame.Url;

    public string Path => Url.Split('?')[0];

    public string Body => _asItCame.Body;

    public byte[] Bytes => body;

    /// <summary>Completes when it is known which mapping the request matches, if any.</summary>
    public Task<JournalEntry> Entry => _entry.Task;

    public string? Header(string name) => _asItCame.Headers.GetValueOrDefault(name);

    /// <summary>The values of an option of the query, both decoded, which WireMock.Net does with values only.</summary>
    public IEnumerable<string> Option(string name) =>
        from option in Url.Split('?', 2).Skip(1).SelectMany(query => query.Split('&'))
        let parts = option.Split('=', 2)
        where WebUtility.UrlDecode(parts[0]) == name
        select WebUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? "");

    public bool IsBelow(string path) => Url.StartsWith($"{path}/", StringComparison.Ordinal);

    public void Matched(JsonObject mapping) => _entry.TrySetResult(_asItCame with { Mapping = mapping });

    public void MatchedNothing(string difference) => _entry.TrySetResult(_asItCame with { Difference = difference });
}
