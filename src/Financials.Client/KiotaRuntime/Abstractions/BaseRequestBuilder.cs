namespace Microsoft.Kiota.Abstractions;

/// <summary>What every generated request builder holds: where it stands in the URL and who sends its requests.</summary>
internal abstract class BaseRequestBuilder
{
    protected BaseRequestBuilder(IRequestAdapter requestAdapter, string urlTemplate, Dictionary<string, object> pathParameters)
    {
        RequestAdapter = requestAdapter;
        UrlTemplate = urlTemplate;
        PathParameters = new Dictionary<string, object>(pathParameters);
    }

    /// <summary>A builder for a complete address, such as a next link, that no template describes.</summary>
    protected BaseRequestBuilder(IRequestAdapter requestAdapter, string urlTemplate, string rawUrl)
    {
        ArgumentException.ThrowIfNullOrEmpty(rawUrl);
        RequestAdapter = requestAdapter;
        UrlTemplate = urlTemplate;
        PathParameters = new Dictionary<string, object> { [RequestInformation.RawUrlKey] = rawUrl };
    }

    protected Dictionary<string, object> PathParameters { get; set; }

    protected IRequestAdapter RequestAdapter { get; }

    protected string UrlTemplate { get; }
}
