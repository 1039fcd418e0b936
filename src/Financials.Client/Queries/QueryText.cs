namespace Financials.Client.Queries;

/// <summary>A query in the service's own terms.</summary>
internal sealed record QueryText
{
    public static QueryText All { get; } = new();

    public string? Filter { get; init; }

    public IReadOnlyList<string> OrderBy { get; init; } = [];

    public IReadOnlyList<string> Select { get; init; } = [];

    public IReadOnlyList<string> Expand { get; init; } = [];

    public int? Top { get; init; }

    /// <summary>How many entities a page should have; null for the service's own size.</summary>
    public int? PageSize { get; init; }
}
