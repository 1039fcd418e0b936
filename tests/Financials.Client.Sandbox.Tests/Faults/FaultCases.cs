
namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>Every fault that the sandbox has, in every form.</summary>
internal static class FaultCases
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        new(SandboxFault.DropRequest(), FaultKind.LostBefore),
        new(SandboxFault.DropAnswerAfterWrite(), FaultKind.LostAfter),
        new(SandboxFault.Reset(), FaultKind.LostBefore),
        new(SandboxFault.ResetInBody(), FaultKind.LostAfter),
        new(SandboxFault.Throttle(RetryAfterForm.None), FaultKind.Rejected),
        new(SandboxFault.Throttle(RetryAfterForm.Seconds, Moment), FaultKind.Rejected),
        new(SandboxFault.Throttle(RetryAfterForm.Fraction, Moment), FaultKind.Rejected),
        new(SandboxFault.Throttle(RetryAfterForm.HttpDate, Moment), FaultKind.Rejected),
        new(SandboxFault.Throttle(RetryAfterForm.Past, Moment), FaultKind.Rejected),
        new(SandboxFault.Throttle(RetryAfterForm.Absurd, Moment), FaultKind.RejectedForAges, typeof(FinancialsThrottledException)),
        new(SandboxFault.Unavailable(RetryAfterForm.None), FaultKind.LostBefore),
        new(SandboxFault.Unavailable(RetryAfterForm.Seconds, Moment), FaultKind.LostBefore),
        new(SandboxFault.Unavailable(RetryAfterForm.Fraction, Moment), FaultKind.LostBefore),
        new(SandboxFault.Unavailable(RetryAfterForm.HttpDate, Moment), FaultKind.LostBefore),
        new(SandboxFault.Unavailable(RetryAfterForm.Past, Moment), FaultKind.LostBefore),
        new(SandboxFault.Fail(500), FaultKind.LostBefore),
        new(SandboxFault.Fail(504).AfterWrite(), FaultKind.LostAfter),
        new(SandboxFault.Html(502), FaultKind.LostBefore),
        new(SandboxFault.Html(), FaultKind.ForeignAnswer, typeof(FinancialsException)),
        new(SandboxFault.TruncatedJson(), FaultKind.BrokenAnswer, typeof(FinancialsException)),
        new(SandboxFault.WrongContentType(), FaultKind.Harmless),
        new(SandboxFault.SlowHeaders(Moment), FaultKind.Harmless),
        new(SandboxFault.SlowDrip(TimeSpan.FromMilliseconds(1)), FaultKind.Harmless),
        new(SandboxFault.RefuseToken(), FaultKind.Rejected),
        new(SandboxFault.RefuseToken("""{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"""), FaultKind.Rejected),
    ];
}
