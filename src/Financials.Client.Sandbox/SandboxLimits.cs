namespace Financials.Client.Sandbox;

/// <summary>How many requests the service takes at a time, and what it does with more. The defaults are Business Central's, for one user.</summary>
public sealed record SandboxLimits
{
    /// <summary>How many requests are executed at the same time; further ones wait. Default: 5.</summary>
    public int ConcurrentRequests { get; init; } = 5;

    /// <summary>How many requests may wait; more are answered with 429. Default: 95.</summary>
    public int QueueLength { get; init; } = 95;

    /// <summary>How long a request may wait; then it is answered with 503. Default: eight minutes.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>How many requests are taken within a <see cref="Window"/>; more are answered with 429. Default: 6,000.</summary>
    public int RequestsPerWindow { get; init; } = 6_000;

    /// <summary>The time within which requests are counted; it ends with each request. Default: five minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What the answer 429 says about when to come again. Default: null, for nothing, as documented.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long each request takes, by the sandbox's clock. Default: zero; then it takes a load test to meet the limits.</summary>
    public TimeSpan ProcessingTime { get; init; }

    internal bool CanWork =>
        ConcurrentRequests > 0 && QueueLength >= 0 && RequestsPerWindow > 0 && Window > TimeSpan.Zero && LongestWait > TimeSpan.Zero
        && ProcessingTime >= TimeSpan.Zero && RetryAfter is null or { Ticks: >= 0 };
}
