namespace Financials.Client.Sandbox;

/// <summary>How an answer says when to come again.</summary>
public enum RetryAfterForm
{
    /// <summary>It does not say.</summary>
    None,

    /// <summary>Whole seconds, as in <c>Retry-After: 2</c>.</summary>
    Seconds,

    /// <summary>Seconds with a fraction, as Microsoft Graph sends them: <c>Retry-After: 0.25</c>.</summary>
    Fraction,

    /// <summary>The instant as an HTTP date, which has whole seconds.</summary>
    HttpDate,

    /// <summary>An HTTP date that is over since an hour.</summary>
    Past,

    /// <summary>Ten years, which nobody waits for.</summary>
    Absurd,
}
