namespace Financials.Client.Tests.Resilience.Faults;

/// <summary>
/// What has to come of a call that meets a fault: the rules of safe retries, written down a second time. All three fault matrices
/// are judged by it: over a transport made of code, over sockets, and against the sandbox, which knows what was executed.
/// </summary>
/// <param name="Steps">The requests, in their order.</param>
/// <param name="End">How the call ends.</param>
internal sealed record FaultOutcome(IReadOnlyList<Step> Steps, CallEnd End)
{
    /// <param name="kind">The call's request.</param>
    /// <param name="evidence">What the fault proves.</param>
    /// <param name="once">Whether only the first request meets the fault; otherwise each does, and nobody finds a trace of it.</param>
    /// <param name="maxRetries">How many retries the client is allowed.</param>
    /// <param name="isExecuted">Whether the service has executed the first request, all the same.</param>
    public static FaultOutcome Of(RequestKind kind, Evidence evidence, bool once, int maxRetries, bool isExecuted = false)
    {
        var attempts = 1 + maxRetries;
        return (evidence, kind) switch
        {
            (Evidence.Executed, _) => new(Sends(1), CallEnd.Success),
            (Evidence.NotExecuted, _) => Retried(attempts),
            (Evidence.NotExecutedForAges or Evidence.Refused or Evidence.Ended, _) => new(Sends(1), CallEnd.Failure),

            // A refused token is replaced once, whatever the request.
            (Evidence.TokenRefused, _) => Retried(2),

            // The exception of a stale change shows what is there.
            (Evidence.Stale, RequestKind.Update or RequestKind.Delete) => new([Step.Send, Step.Ask], CallEnd.Failure),
            (Evidence.Stale, _) => new(Sends(1), CallEnd.Failure),

            // Nothing is what a delete and an action return; what an update has changed is read back.
            (Evidence.Empty, RequestKind.Delete or RequestKind.Posting or RequestKind.Action) => new(Sends(1), CallEnd.Success),
            (Evidence.Empty, RequestKind.Update) => new([Step.Send, Step.Ask], CallEnd.Success),

            // The retry of an executed update is refused as stale: what is there is what was sent.
            (_, RequestKind.Update) when once && isExecuted => new([.. Sends(2), Step.Ask], CallEnd.Success),
            (_, RequestKind.Read or RequestKind.Update or RequestKind.Delete) => Retried(attempts),
            (_, RequestKind.CreateWithKey) when once && isExecuted => new([Step.Send, Step.Ask], CallEnd.Success),
            (_, RequestKind.CreateWithKey) when once => new([Step.Send, Step.Ask, Step.Send], CallEnd.Success),
            (_, RequestKind.CreateWithKey) => new([.. Enumerable.Repeat((Step[])[Step.Send, Step.Ask], attempts).SelectMany(pair => pair)], CallEnd.Unknown),
            (_, RequestKind.Posting) => new([Step.Send, .. Enumerable.Repeat(Step.Ask, attempts)], CallEnd.Unknown),
            _ => new(Sends(1), CallEnd.Unknown),
        };

        FaultOutcome Retried(int times) => once ? new(Sends(2), CallEnd.Success) : new(Sends(times), CallEnd.Failure);
    }

    /// <summary>How often the call's own request is sent.</summary>
    public int SendCount => Steps.Count(step => step is Step.Send);

    /// <param name="method">The HTTP method of the call's own request.</param>
    /// <returns>The methods of all requests, in their order.</returns>
    public IEnumerable<string> Methods(string method) => Steps.Select(step => step is Step.Send ? method : "GET");

    /// <param name="failure">The exception that belongs to the fault.</param>
    /// <returns>The exception that the call ends with; null for a success.</returns>
    public Type? ErrorOf(Type failure) => End switch
    {
        CallEnd.Success => null,
        CallEnd.Unknown => typeof(FinancialsOutcomeUnknownException),
        _ => failure,
    };

    private static Step[] Sends(int count) => [.. Enumerable.Repeat(Step.Send, count)];
}
