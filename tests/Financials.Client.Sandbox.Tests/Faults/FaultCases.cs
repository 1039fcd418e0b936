using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>Every fault that the sandbox has, in every form.</summary>
internal static class FaultCases
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        new(SandboxFault.DropRequest(), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.DropAnswerAfterWrite(), Evidence.Ambiguous, IsExecuted: true),
        new(SandboxFault.Reset(), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.ResetInBody(), Evidence.Ambiguous, IsExecuted: true),
        new(SandboxFault.Throttle(RetryAfterForm.None), Evidence.NotExecuted, IsExecuted: false),
        new(SandboxFault.Throttle(RetryAfterForm.Seconds, Moment), Evidence.NotExecuted, IsExecuted: false),
        new(SandboxFault.Throttle(RetryAfterForm.Fraction, Moment), Evidence.NotExecuted, IsExecuted: false),
        new(SandboxFault.Throttle(RetryAfterForm.HttpDate, Moment), Evidence.NotExecuted, IsExecuted: false),
        new(SandboxFault.Throttle(RetryAfterForm.Past, Moment), Evidence.NotExecuted, IsExecuted: false),
        new(SandboxFault.Throttle(RetryAfterForm.Absurd, Moment), Evidence.NotExecutedForAges, IsExecuted: false),
        new(SandboxFault.Unavailable(RetryAfterForm.None), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.Unavailable(RetryAfterForm.Seconds, Moment), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.Unavailable(RetryAfterForm.Fraction, Moment), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.Unavailable(RetryAfterForm.HttpDate, Moment), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.Unavailable(RetryAfterForm.Past, Moment), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.Fail(500), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.Fail(504).AfterWrite(), Evidence.Ambiguous, IsExecuted: true),
        new(SandboxFault.Html(502), Evidence.Ambiguous, IsExecuted: false),
        new(SandboxFault.Html(), Evidence.Unusable, IsExecuted: false),
        new(SandboxFault.TruncatedJson(), Evidence.Unusable, IsExecuted: true),
        new(SandboxFault.WrongContentType(), Evidence.Executed, IsExecuted: true),
        new(SandboxFault.SlowHeaders(Moment), Evidence.Executed, IsExecuted: true),
        new(SandboxFault.SlowDrip(TimeSpan.FromMilliseconds(1)), Evidence.Executed, IsExecuted: true),
        new(SandboxFault.RefuseToken(), Evidence.TokenRefused, IsExecuted: false),
        new(SandboxFault.RefuseToken("""{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"""), Evidence.TokenRefused, IsExecuted: false),
    ];
}
