namespace Financials.Client.Transport;

/// <summary>A response began and could not be read to its end: it broke off, or could not be decompressed.</summary>
internal sealed class ResponseBodyException(Exception cause) : Exception("The response could not be read to its end.", cause);
