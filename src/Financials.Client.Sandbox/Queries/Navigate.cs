using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries;

/// <summary>Finds related entities in the store.</summary>
/// <param name="from">The shape of the entity.</param>
/// <param name="entity">The entity, with all its members.</param>
/// <param name="navigation">Which way to go.</param>
internal delegate IEnumerable<JsonObject> Navigate(QueryShape from, JsonObject entity, QueryNavigation navigation);
