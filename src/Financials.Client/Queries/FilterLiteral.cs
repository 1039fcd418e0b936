namespace Financials.Client.Queries;

/// <summary>Values as the service's filter syntax has them.</summary>
internal static class FilterLiteral
{
    public static string Of(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
