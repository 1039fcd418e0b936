namespace Financials.Client.Ledger.Sql;

/// <summary>The value of a parameter of a statement.</summary>
/// <param name="Name">Its name, without the sign before it.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct SqlArgument(string Name, object? Value);
