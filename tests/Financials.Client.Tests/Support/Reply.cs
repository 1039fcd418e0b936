using System.Net;

namespace Financials.Client.Tests.Support;

/// <summary>What a service does with a request, for <see cref="ScriptedTransport.InOrder"/>.</summary>
internal static class Reply
{
    /// <summary>The response is lost on its way, so nobody knows what the service did.</summary>
    public static Func<RecordedRequest, HttpResponseMessage> Lost { get; } = _ => throw new HttpRequestException(HttpRequestError.ResponseEnded);

    /// <summary>The request never reached the service.</summary>
    public static Func<RecordedRequest, HttpResponseMessage> Unreachable { get; } = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);

    public static Func<RecordedRequest, HttpResponseMessage> Empty { get; } = _ => new(HttpStatusCode.NoContent);

    /// <summary>JSON, in which ids stand as their names.</summary>
    public static Func<RecordedRequest, HttpResponseMessage> Json(string json, int status = 200) => _ => ScriptedTransport.Json(Ids.Real(json), (HttpStatusCode)status);

    /// <summary>An error of the service's own.</summary>
    public static Func<RecordedRequest, HttpResponseMessage> Error(int status, string code, string message) =>
        Json($$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""", status);

    /// <summary>A status without a body.</summary>
    public static Func<RecordedRequest, HttpResponseMessage> Status(int status, string? retryAfter = null) => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    };

    /// <summary>A response whose body is cut off.</summary>
    public static Func<RecordedRequest, HttpResponseMessage> Torn(int status, string beginning) => _ =>
        new((HttpStatusCode)status) { Content = new BrokenContent(beginning) };
}
