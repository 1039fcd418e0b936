using System.Diagnostics;
using OpenTelemetry;

namespace WorkerService;

/// <summary>Writes every finished span to the log, for a look at what the client tells before there is a collector.</summary>
internal sealed partial class SpanLog(ILogger<SpanLog> log) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data) =>
        LogSpan(data.DisplayName, data.Duration.TotalMilliseconds, data.GetTagItem("error.type") ?? data.GetTagItem("http.response.status_code") ?? "done");

    [LoggerMessage(LogLevel.Information, "span {Name}: {Milliseconds:0} ms, {Outcome}")]
    private partial void LogSpan(string name, double milliseconds, object? outcome);
}
