namespace Financials.Client.Sandbox.Page;

/// <summary>A request that a client has sent.</summary>
/// <param name="Number">Which one it is, counted from the start.</param>
/// <param name="Time">When it arrived.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query, decoded, from where the service's address ends.</param>
/// <param name="Body">The body; empty where it had none.</param>
/// <param name="Status">The status that was sent; null where none was, or not yet.</param>
/// <param name="IsDropped">Whether the connection was closed before the answer was complete.</param>
/// <param name="Fault">The fault that it met; null for none.</param>
internal sealed record PageRequest(
    long Number, DateTimeOffset Time, string Method, string Path, string Body, int? Status, bool IsDropped, string? Fault);
