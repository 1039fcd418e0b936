using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries;

/// <summary>A page of a result.</summary>
/// <param name="Items">The entities as they are sent; copies, which the caller may change.</param>
/// <param name="Count">How many entities match on all pages; null where the query does not ask.</param>
/// <param name="NextSkipToken">The <c>$skiptoken</c> of the next page; null on the last one.</param>
internal sealed record QueryResult(IReadOnlyList<JsonObject> Items, int? Count, string? NextSkipToken);
