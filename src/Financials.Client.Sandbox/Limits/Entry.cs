namespace Financials.Client.Sandbox.Limits;

/// <summary>What becomes of a request that wants in.</summary>
/// <param name="Status">The status of the response; 0 where the request may go on.</param>
/// <param name="Code">The code of the answer.</param>
/// <param name="Message">Its text.</param>
internal sealed record Entry(int Status, string Code, string Message)
{
    public static Entry Granted { get; } = new(0, "", "");

    public static Entry WaitedTooLong { get; } = new(503, "ServiceUnavailable", "The request waited too long for being processed.");

    public static Entry TooMany(int actual, int maximum) =>
        new(429, "Application_TooManyRequests", $"Too many requests reached. Actual ({actual}). Maximum ({maximum}).");
}
