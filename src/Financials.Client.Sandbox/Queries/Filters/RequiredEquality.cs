namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>A value that a member has to have, so that an index can narrow the candidates.</summary>
/// <param name="Member">The member. Its kind says whether letter case makes a difference.</param>
/// <param name="Value">A string, Guid, decimal, DateOnly, DateTimeOffset or bool, as the member's kind has it; null for null.</param>
internal sealed record RequiredEquality(QueryMember Member, object? Value);
