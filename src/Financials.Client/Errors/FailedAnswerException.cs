using Financials.Client.Resilience;

namespace Financials.Client.Errors;

/// <summary>
/// An answer outside 2xx, as read off the wire. Internal: on its way to the caller it becomes one of the public exceptions.
/// </summary>
internal sealed class FailedAnswerException(int status, ErrorPayload payload, TimeSpan? retryAfter, RequestHistory history)
    : Exception($"The service answered HTTP {status}.")
{
    public int Status { get; } = status;

    public ErrorPayload Payload { get; } = payload;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public RequestHistory History { get; } = history;
}
