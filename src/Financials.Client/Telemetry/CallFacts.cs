namespace Financials.Client.Telemetry;

/// <summary>What may be told of one call: no query, no body, no text of the service.</summary>
/// <param name="Method">The HTTP method of its request.</param>
/// <param name="Address">The address of its request; only the route is told.</param>
/// <param name="ClientRequestId">The id that all of its requests carry.</param>
/// <param name="Attempts">How many requests have been sent.</param>
/// <param name="Elapsed">The time since it began.</param>
internal readonly record struct CallFacts(HttpMethod Method, Uri Address, string ClientRequestId, int Attempts, TimeSpan Elapsed)
{
    public string Route => CallRoute.Of(Address);
}
