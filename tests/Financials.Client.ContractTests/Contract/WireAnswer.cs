namespace Financials.Client.ContractTests.Contract;

/// <summary>An answer as a server sends it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type; null where there is no body.</param>
/// <param name="Body">The body as text; empty where there is none.</param>
internal sealed record WireAnswer(int Status, string? ContentType, string Body);
