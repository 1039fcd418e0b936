namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>What a piece of a filter is.</summary>
internal enum FilterTokenKind
{
    /// <summary>A member, an operator or a function.</summary>
    Name,

    /// <summary>A value.</summary>
    Literal,

    /// <summary>A parenthesis, a comma or a colon.</summary>
    Sign,

    /// <summary>After the last piece.</summary>
    End,
}
