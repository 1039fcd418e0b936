namespace Financials.Client.Sandbox.Queries;

/// <summary>A way from an entity to related ones.</summary>
/// <param name="Name">The name in <c>$expand</c>.</param>
/// <param name="Target">The related entities' shape; asked for late, because shapes may refer to each other.</param>
/// <param name="IsCollection">Whether there may be several.</param>
internal sealed record QueryNavigation(string Name, Func<QueryShape> Target, bool IsCollection = false);
