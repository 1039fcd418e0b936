using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>
/// A service that would say the right thing to every request of the documented surface, and a way to it on which everything may
/// happen to that. What it says depends on the case and on the number of the request only.
/// </summary>
internal sealed class HostileService(long seed) : HttpMessageHandler
{
    /// <summary>After so many requests nothing is mangled any more: only a client that never stops asking goes on.</summary>
    private const int Patience = 60;

    private const string Origin = "https://graph.microsoft.com";

    private string? _stored;

    /// <summary>Each request, and what came of it.</summary>
    public List<string> Transcript { get; } = [];

    /// <summary>What no request may do: go elsewhere, or carry a line break in a header.</summary>
    public List<string> Complaints { get; } = [];

    public FuzzedResponse? Last { get; private set; }

    /// <summary>The valid response to a request without a body.</summary>
    public static FuzzedResponse Valid(HttpRequestMessage request) => new HostileService(0).ValidTo(request, "", new Chance(0));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Transcript.Count + 1;
        var chance = new Chance(seed, number);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Check(request);
        await Task.Yield();
        if (number < Patience && chance.Percent(3))
        {
            var fault = Fault(chance);
            Transcript.Add($"{request.Method} {request.RequestUri!.PathAndQuery} <- {fault.GetType().Name} {fault.Message}");
            throw fault;
        }

        Last = ValidTo(request, body, chance);
        if (number < Patience && !chance.Percent(number == 1 ? 3 : 40))
        {
            Mutation.ApplyTo(Last, chance);
        }

        Transcript.Add($"{request.Method} {request.RequestUri!.PathAndQuery} <- {Last}");
        return Last.ToMessage(request, chance);
    }

    private static Exception Fault(Chance chance) => chance.Below(6) switch
    {
        0 => new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"),
        1 => new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely"),
        2 => new HttpRequestException(HttpRequestError.InvalidResponse, $"Received an invalid status line: '{Canaries.Email}'"),
        3 => new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The response headers exceeded the set limit"),
        4 => new IOException("Unable to read data from the transport connection"),
        _ => new TaskCanceledException("The request was canceled", new TimeoutException()),
    };

    private void Check(HttpRequestMessage request)
    {
        if (request.RequestUri is not { Scheme: "https", Host: "graph.microsoft.com", Port: 443 })
        {
            Complaints.Add("a request to another origin");
        }

        HttpHeaders[] headers = request.Content is null ? [request.Headers] : [request.Headers, request.Content.Headers];
        if (headers.Any(some => some.NonValidated.Any(header => Canaries.HasLineBreak(header.Value.ToString()))))
        {
            Complaints.Add("a request header with a line break");
        }
    }

    private FuzzedResponse ValidTo(HttpRequestMessage request, string body, Chance chance)
    {
        var segments = request.RequestUri!.AbsolutePath.Split('/');
        var set = SetOf(segments[^1]) ?? SetOf(segments[^2]);
        return (request.Method.Method, segments[^1]) switch
        {
            ("GET", "$count") => new(200, "3"u8.ToArray()),
            ("POST", _) when set is null || body.Contains("@odata.id", StringComparison.Ordinal) => new(204, []),
            ("POST", _) => Json(201, _stored = ServiceBodies.Stored(set, body)),
            ("PATCH", _) => Json(200, ServiceBodies.Stored(set!, body)),
            ("DELETE", _) => new(204, []),
            ("GET", var last) when ServiceBodies.IsSet(last) => Json(200, Page(request.RequestUri, set!, chance)),
            ("GET", _) when set is not null => Json(200, ServiceBodies.Of(set)),

            // A next link has led away from the documented surface.
            _ => Json(404, ServiceBodies.Error),
        };
    }

    private string Page(Uri target, string set, Chance chance)
    {
        var entity = ServiceBodies.Of(set);
        var query = target.Query;
        if (query.Contains("filter", StringComparison.Ordinal))
        {
            return ServiceBodies.Page(chance.Below(4) switch { 0 => [], 1 => [entity], _ => _stored is null ? [] : [_stored] });
        }

        if (query.Contains("top=1", StringComparison.Ordinal) || query.Contains("skiptoken", StringComparison.Ordinal))
        {
            return ServiceBodies.Page([entity]);
        }

        var another = JsonNode.Parse(entity)!;
        another["id"] = chance.Id();
        return ServiceBodies.Page([entity, another.ToJsonString()], $"{Origin}{target.AbsolutePath}?$skiptoken=2");
    }

    private static string? SetOf(string segment) => segment switch
    {
        _ when ServiceBodies.IsSet(segment) => segment,
        "customer" or "$ref" => "customers",
        "currency" => "currencies",
        "paymentTerm" or "paymentMethod" or "shipmentMethod" => segment + "s",
        _ => null,
    };

    private static FuzzedResponse Json(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));
}
