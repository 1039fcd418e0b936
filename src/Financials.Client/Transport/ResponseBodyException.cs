namespace Financials.Client.Transport;

/// <summary>A response began and could not be read to its end: it broke off, or could not be decompressed. What a caller is told comes from its cause.</summary>
internal sealed class ResponseBodyException(Exception cause) : Exception(message: null, cause);
