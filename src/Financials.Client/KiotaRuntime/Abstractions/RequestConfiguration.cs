namespace Microsoft.Kiota.Abstractions;

/// <summary>What a caller of a generated operation may add to the request.</summary>
internal sealed class RequestConfiguration<T>
    where T : class, new()
{
    public RequestHeaders Headers { get; } = new();

    public T QueryParameters { get; set; } = new();
}
