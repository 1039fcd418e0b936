using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Page;

/// <summary>Entities of one set.</summary>
/// <param name="Items">Copies of the ones to show, as they are on the wire.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record PageSet(IReadOnlyList<JsonObject> Items, int Total);
