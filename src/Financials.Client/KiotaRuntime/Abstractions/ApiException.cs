namespace Microsoft.Kiota.Abstractions;

/// <summary>
/// An answer outside 2xx, and the base of the generated error model. The client's own handler reads such answers before an
/// adapter sees them, so this is thrown only where an adapter is used without the client's handlers.
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

    public int ResponseStatusCode { get; init; }
}
