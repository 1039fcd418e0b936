namespace Microsoft.Kiota.Abstractions;

/// <summary>The HTTP methods that the contracts use.</summary>
internal enum Method
{
    GET,
    POST,
    PATCH,
    DELETE,
}
