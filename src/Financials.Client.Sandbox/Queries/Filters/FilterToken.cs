namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>A piece of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it stands in the filter.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The value, of a literal.</param>
internal sealed record FilterToken(FilterTokenKind Kind, string Text, int Position, object? Value = null)
{
    public bool Is(string text) => Kind is FilterTokenKind.Name or FilterTokenKind.Sign && Text == text;
}
