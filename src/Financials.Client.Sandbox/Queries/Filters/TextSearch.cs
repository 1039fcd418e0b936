using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>A text that a member begins with, ends with or contains.</summary>
internal sealed class TextSearch(QueryMember member, Func<string, StringComparison, bool> found) : Condition
{
    public override IEnumerable<string> Paths => [member.Path];

    public override bool Holds(JsonObject entity) => member.Read(entity) is string text && found(text, member.Kind.TextComparison);
}
