using System.Diagnostics.CodeAnalysis;

namespace Financials.Client.Operations;

/// <summary>What an attempt came to: a result, or a failure and whether a retry may help.</summary>
internal readonly struct Verdict<TResult>
{
    private Verdict(AttemptOutcome outcome, TResult? result, int status, FinancialsException? failure, bool canRetry)
    {
        Outcome = outcome;
        Result = result;
        Status = status;
        Failure = failure;
        CanRetry = canRetry;
    }

    public AttemptOutcome Outcome { get; }

    /// <summary>What the response holds; null where it holds no record.</summary>
    public TResult? Result { get; }

    public int Status { get; }

    /// <summary>What the caller is told if this is the end; null for a success.</summary>
    public FinancialsException? Failure { get; }

    /// <summary>Whether the request may be retried. A failure without it is the end.</summary>
    public bool CanRetry { get; }

    /// <summary>
    /// Whether the service certainly did nothing: the request never reached it, or it refused before it looked at the record. With these
    /// statuses it also reports what goes wrong later, when a part may be done.
    /// </summary>
    public bool DidNothing => Outcome is AttemptOutcome.NotExecuted || (Outcome is AttemptOutcome.Refused && Status is not (400 or 409 or 422));

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    public static Verdict<TResult> Success(TResult? result, int status) => new(AttemptOutcome.Succeeded, result, status, null, canRetry: false);

    public static Verdict<TResult> Failed(FinancialsException failure, AttemptOutcome outcome, bool canRetry) =>
        new(outcome, default, failure.Status ?? 0, failure, canRetry);

    /// <summary>The same failure, of an operation with another result.</summary>
    public Verdict<TOther> As<TOther>() => Verdict<TOther>.Failed(Failure!, Outcome, CanRetry);
}
