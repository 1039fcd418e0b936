using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>A list that is put together from several tables and can only be read.</summary>
/// <param name="Type">What its rows look like.</param>
/// <param name="Rows">The rows of a company.</param>
internal sealed record ApiQuery(EntityType Type, Func<CompanyData, IEnumerable<JsonObject>> Rows);
