namespace ImportPayments.Rows;

/// <summary>Why a row is not imported.</summary>
/// <param name="Kind">The same for all rows with this problem, for counting them.</param>
/// <param name="Reason">What is wrong with this one.</param>
internal sealed record RowProblem(string Kind, string Reason);
