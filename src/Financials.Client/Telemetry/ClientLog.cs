using Microsoft.Extensions.Logging;

namespace Financials.Client.Telemetry;

/// <summary>The client's log entries. Their ids are for filters and alerts, so they keep their meaning.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {Route} was answered with {Status} after {Milliseconds:0} ms and {Attempts} attempt(s); client request id {ClientRequestId}")]
    public static partial void Succeeded(this ILogger log, string method, string route, int status, double milliseconds, int attempts, string? clientRequestId);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Route} failed ({Reason}, code {Code}) after {Milliseconds:0} ms and {Attempts} attempt(s); request id {RequestId}, correlation id {CorrelationId}, client request id {ClientRequestId}")]
    public static partial void Failed(
        this ILogger log, string method, string route, string reason, string? code, double milliseconds, int attempts, string? requestId, string? correlationId, string? clientRequestId);

    [LoggerMessage(3, LogLevel.Debug, "{Method} {Route} was cancelled by its caller after {Milliseconds:0} ms and {Attempts} attempt(s); client request id {ClientRequestId}")]
    public static partial void Cancelled(this ILogger log, string method, string route, double milliseconds, int attempts, string? clientRequestId);

    [LoggerMessage(4, LogLevel.Warning, "{Method} {Route}: an attempt failed ({Reason}); retry {Retry} comes after {Milliseconds:0} ms")]
    public static partial void Retrying(this ILogger log, string method, string route, string reason, int retry, double milliseconds);

    [LoggerMessage(5, LogLevel.Warning, "The response to the creation of a {Entity} was lost; looking for it before a retry")]
    public static partial void Reconciling(this ILogger log, string entity);

    [LoggerMessage(6, LogLevel.Information, "The {Entity} whose response was lost was created once: {Outcome}")]
    public static partial void Reconciled(this ILogger log, string entity, string outcome);

    [LoggerMessage(7, LogLevel.Debug, "{Credential} gave a token that expires at {ExpiresOn:u}")]
    public static partial void TokenObtained(this ILogger log, string credential, DateTimeOffset expiresOn);

    [LoggerMessage(8, LogLevel.Warning, "{Credential} gave no token ({Reason})")]
    public static partial void TokenFailed(this ILogger log, string credential, string reason);

    [LoggerMessage(9, LogLevel.Information, "The service refused the token, so another one is requested")]
    public static partial void TokenRefused(this ILogger log);
}
