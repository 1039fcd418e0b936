namespace Financials.Client.Errors;

/// <summary>
/// An answer outside 2xx, as read off the wire. Internal: the dialect, which knows what the service's codes mean, turns it
/// into one of the public exceptions.
/// </summary>
internal sealed class FailedAnswerException(int status, ErrorPayload payload)
    : Exception($"The service answered HTTP {status}.")
{
    public int Status { get; } = status;

    public ErrorPayload Payload { get; } = payload;
}
