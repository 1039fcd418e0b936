using System.Net;
using System.Text;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>What goes wrong with one request.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Execution">Whether and when the service executes the request.</param>
/// <param name="Answer">Makes what arrives at the client of what the service answers.</param>
internal sealed record ModelFault(
    string Name, ModelExecution Execution, Func<HttpResponseMessage, TimeProvider, CancellationToken, Task<HttpResponseMessage>> Answer)
{
    public static readonly ModelFault None = Of("none", ModelExecution.Now, answer => answer);

    public static readonly ModelFault Repeated = Of("repeated", ModelExecution.Twice, answer => answer);

    // Never executed, and the client can tell.
    public static readonly ModelFault Unreachable = Of("unreachable", ModelExecution.Never, _ => throw new HttpRequestException(HttpRequestError.ConnectionError));
    public static readonly ModelFault Throttled = Status(429, ModelExecution.Never);
    public static readonly ModelFault Forbidden = Status(403, ModelExecution.Never);
    public static readonly ModelFault Invalid = Status(400, ModelExecution.Never);
    public static readonly ModelFault Taken = Of("key taken", ModelExecution.Never, _ => ScriptedTransport.Json(
        """{"error":{"code":"Internal_EntityWithSameKeyExists","message":"No."}}""", HttpStatusCode.BadRequest));

    public static readonly ModelFault NotFound = Status(404, ModelExecution.Never);

    /// <summary>Answers that leave open what the service did.</summary>
    public static readonly IReadOnlyList<Func<ModelExecution, ModelFault>> Ambiguous =
        [Reset, Hanging, Truncated, Html, .. new[] { 408, 500, 502, 503, 504 }.Select(status => (Func<ModelExecution, ModelFault>)(when => Status(status, when)))];

    /// <summary>How many further requests a late execution waits for.</summary>
    public int Requests { get; init; } = 1;

    public static ModelFault Reset(ModelExecution when) => Of("reset", when, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));

    public static ModelFault Truncated(ModelExecution when) => Of("truncated", when, _ => new(HttpStatusCode.Created)
    {
        Content = new StringContent("""{"id":"52a499d6-99d6""", Encoding.UTF8, "application/json"),
    });

    public static ModelFault Html(ModelExecution when) => Of("html", when, _ => new(HttpStatusCode.OK)
    {
        Content = new StringContent("<html>Please wait</html>", Encoding.UTF8, "text/html"),
    });

    public static ModelFault Empty(ModelExecution when) => Of("empty", when, answer => answer.IsSuccessStatusCode ? new(HttpStatusCode.NoContent) : answer);

    public static ModelFault OtherJson(ModelExecution when) => Of("other JSON", when, _ => ScriptedTransport.Json("""{"status":"ok"}"""));

    public static ModelFault Status(int status, ModelExecution when) => Of($"{status}", when, _ => new((HttpStatusCode)status)
    {
        Content = new StringContent("""{"error":{"code":"Unknown","message":"No."}}""", Encoding.UTF8, "application/json"),
    });

    /// <summary>Not executed, but the client cannot tell.</summary>
    public static ModelFault Unavailable(string retryAfter) => Of($"503 after {retryAfter}", ModelExecution.Never, _ =>
    {
        var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return answer;
    });

    /// <summary>No answer within any time.</summary>
    public static ModelFault Hanging(ModelExecution when) => new("hanging", when, async (_, time, token) =>
    {
        await Task.Delay(TimeSpan.FromDays(1), time, token);
        throw new AssertionException("The client waits for ever.");
    });

    public override string ToString() => $"{Name} {Execution}";

    private static ModelFault Of(string name, ModelExecution when, Func<HttpResponseMessage, HttpResponseMessage> answer) =>
        new(name, when, (proper, _, _) => Task.FromResult(answer(proper)));
}
