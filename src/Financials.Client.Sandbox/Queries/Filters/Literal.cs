namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>The value's side of a comparison.</summary>
internal sealed record Literal(object? Value);
