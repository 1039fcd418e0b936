namespace Microsoft.Kiota.Abstractions;

/// <summary>
/// The base of the generated error model. The client reads errors itself, so nothing throws this.
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
