namespace Financials.Client.Tests.Support;

/// <summary>A request as it would leave the machine.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The complete address.</param>
/// <param name="Headers">All headers, those of the body included, by name without regard to case.</param>
/// <param name="Body">The body as text; empty where there is none.</param>
internal sealed record RecordedRequest(string Method, Uri Target, IReadOnlyDictionary<string, string> Headers, string Body);
