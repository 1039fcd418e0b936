namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>The filter is valid OData that the service does not evaluate.</summary>
internal sealed class UnevaluatedFilterException : Exception;
