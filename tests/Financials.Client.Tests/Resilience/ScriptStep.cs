namespace Financials.Client.Tests.Resilience;

/// <summary>One answer of a made-up service.</summary>
/// <param name="Status">The HTTP status; 0 for a connection that breaks.</param>
/// <param name="RetryAfter">The header, as seconds; null for none.</param>
/// <param name="Takes">How long the service takes to answer.</param>
internal sealed record ScriptStep(int Status, double? RetryAfter, TimeSpan Takes);
