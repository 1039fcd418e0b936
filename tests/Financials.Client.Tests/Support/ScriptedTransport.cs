using System.Net;
using System.Text;

namespace Financials.Client.Tests.Support;

/// <summary>A transport that records what it is asked to send and answers as the test says.</summary>
internal sealed class ScriptedTransport(Func<RecordedRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>The methods of all requests, in order: <c>POST GET POST</c>.</summary>
    public string Methods => string.Join(' ', Requests.Select(request => request.Method));

    /// <summary>A transport that gives these responses, one after the other, and fails the test that asks for more.</summary>
    public static ScriptedTransport InOrder(params Func<RecordedRequest, HttpResponseMessage>[] responses)
    {
        var next = 0;
        return new(request => next < responses.Length
            ? responses[next++](request)
            : throw new AssertionException($"Nothing is scripted for request {next + 1}: {request.Method} {request.Target}"));
    }

    /// <summary>A transport that always answers with this JSON.</summary>
    public static ScriptedTransport Answering(string json, HttpStatusCode status = HttpStatusCode.OK) => new(_ => Json(json, status));

    /// <summary>A transport that answers every request with the request's own body.</summary>
    public static ScriptedTransport Echo() => new(request => Json(request.Body, HttpStatusCode.Created));

    /// <summary>A transport that answers every request as a service that has stored its body: with the body and an id.</summary>
    public static ScriptedTransport Storing() => new(Stored);

    /// <summary>The answer of a service that has stored the body of a request.</summary>
    public static HttpResponseMessage Stored(RecordedRequest request) =>
        Json($$"""{"id":"{{Ids.Customer}}",""" + request.Body.TrimStart('{'), HttpStatusCode.Created);

    /// <summary>The response of a service that has the record of a request's address: these properties, and the id.</summary>
    public static HttpResponseMessage Record(RecordedRequest request, string properties = "{}")
    {
        var id = Guid.TryParse(request.Target.Segments[^1].TrimEnd('/', ')').Split('(')[^1], out var named) ? named : Ids.Customer;
        var rest = properties.TrimStart('{');
        return Json($$"""{"id":"{{id}}"{{(rest == "}" ? "" : ",")}}""" + rest);
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => new(status)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.NonValidated.AsEnumerable();
        var recorded = new RecordedRequest(
            request.Method.Method,
            request.RequestUri!,
            headers.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
                .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body);
        Requests.Add(recorded);
        return answer(recorded);
    }
}
