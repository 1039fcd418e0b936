namespace Financials.Client.Transport;

/// <summary>A response was longer than the options allow. On its way to the caller it becomes one of the public exceptions.</summary>
internal sealed class ResponseTooLongException : Exception;
