namespace Microsoft.Kiota.Abstractions;

/// <summary>
/// An answer outside 2xx. The generated error model derives from it; a status or body that no model fits arrives as this
/// class itself. It never leaves the package: the dialects turn it into the public exceptions.
/// </summary>
internal class ApiException : Exception
{
    public ApiException()
    {
    }

    public ApiException(string message)
        : base(message)
    {
    }

    public ApiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public int ResponseStatusCode { get; set; }

    /// <summary>Response and content headers, by name without regard to case.</summary>
    public IDictionary<string, IEnumerable<string>> ResponseHeaders { get; set; } =
        new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
}
