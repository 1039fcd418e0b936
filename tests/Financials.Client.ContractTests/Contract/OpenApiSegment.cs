namespace Financials.Client.ContractTests.Contract;

/// <summary>A segment of a path: fixed text, a parameter as in <c>{id}</c>, or a key behind the name of its set as in <c>customers({id})</c>.</summary>
/// <param name="Before">The text before the parameter; all of it where there is none.</param>
/// <param name="Parameter">The name of the parameter; null where there is none.</param>
/// <param name="After">The text after the parameter.</param>
internal sealed record OpenApiSegment(string Before, string? Parameter, string After)
{
    public static OpenApiSegment Parse(string segment) => segment.Split('{', '}') is [var before, var parameter, var after]
        ? new(before, parameter, after)
        : new(segment, null, "");

    /// <summary>Whether a segment of an address is one of these.</summary>
    public bool Fits(string segment) => Parameter is null
        ? segment == Before
        : segment.Length > Before.Length + After.Length &&
          segment.StartsWith(Before, StringComparison.Ordinal) && segment.EndsWith(After, StringComparison.Ordinal);

    /// <summary>What a fitting segment has in the place of the parameter.</summary>
    public string ValueIn(string segment) => Uri.UnescapeDataString(segment[Before.Length..^After.Length]);
}
