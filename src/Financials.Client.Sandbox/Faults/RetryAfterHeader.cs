using System.Globalization;

namespace Financials.Client.Sandbox.Faults;

/// <summary>The values of the header <c>Retry-After</c>.</summary>
internal static class RetryAfterHeader
{
    /// <returns>The value; null for no header.</returns>
    public static string? Of(RetryAfterForm form, TimeSpan wait, DateTimeOffset now) => form switch
    {
        RetryAfterForm.None => null,
        RetryAfterForm.Seconds => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        RetryAfterForm.Fraction => wait.TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture),
        RetryAfterForm.HttpDate => Date(now + wait + TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1)),
        RetryAfterForm.Past => Date(now - TimeSpan.FromHours(1)),
        RetryAfterForm.Absurd => ((int)TimeSpan.FromDays(3650).TotalSeconds).ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
    };

    private static string Date(DateTimeOffset instant) => instant.ToString("r", CultureInfo.InvariantCulture);
}
