using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>The member's side of a comparison.</summary>
/// <param name="Member">The member.</param>
/// <param name="Change">What a function such as <c>tolower</c> makes of its text; null for the member as it is.</param>
internal sealed record Operand(QueryMember Member, Func<string, string>? Change = null)
{
    public object? Read(JsonObject entity) => Member.Read(entity) switch
    {
        string text when Change is not null => Change(text),
        var value => value,
    };
}
