using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>One request as a generated builder describes it: method, URL template and its values, headers, body.</summary>
internal sealed class RequestInformation
{
    /// <summary>The path parameter under which a builder for a complete address keeps that address.</summary>
    internal const string RawUrlKey = "request-raw-url";

    private RequestHeaders? _headers;
    private Dictionary<string, object>? _queryParameters;

    /// <remarks>The path parameters are read, never changed: builders share theirs between requests.</remarks>
    public RequestInformation(Method method, string urlTemplate, IDictionary<string, object> pathParameters)
    {
        HttpMethod = method;
        UrlTemplate = urlTemplate;
        PathParameters = pathParameters;
    }

    public Method HttpMethod { get; set; }

    public string UrlTemplate { get; set; }

    public IDictionary<string, object> PathParameters { get; }

    /// <summary>Values for the template's query, by the name the template has (<c>%24filter</c>).</summary>
    public IDictionary<string, object> QueryParameters => _queryParameters ??= [];

    public RequestHeaders Headers => _headers ??= new();

    /// <summary>The serialised body, or null where the request has none.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>The request's complete address.</summary>
    public Uri URI => PathParameters.TryGetValue(RawUrlKey, out var rawUrl)
        ? new Uri((string)rawUrl)
        : new Uri(UriTemplate.For(UrlTemplate).Expand(PathParameters, _queryParameters));

    public void SetContentFromParsable<T>(IRequestAdapter requestAdapter, string contentType, T item)
        where T : IParsable
    {
        Headers.TryAdd("Content-Type", contentType);
        Content = requestAdapter.Serialize(item);
    }

    /// <summary>Sets the body to bytes, which are read here and now, because a request may be sent several times.</summary>
    public void SetStreamContent(Stream content, string contentType)
    {
        Headers.TryAdd("Content-Type", contentType);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        Content = bytes.ToArray();
    }

    public void Configure<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        Action<RequestConfiguration<T>>? requestConfiguration)
        where T : class, new()
    {
        if (requestConfiguration is null)
        {
            return;
        }

        var configuration = new RequestConfiguration<T>();
        requestConfiguration(configuration);
        Headers.AddAll(configuration.Headers);
        foreach (var (name, read) in QueryParameterReaders<T>.All)
        {
            if (read(configuration.QueryParameters) is { } value)
            {
                QueryParameters[name] = value;
            }
        }
    }

    /// <summary>How to read each query parameter of one generated class, looked up once.</summary>
    private static class QueryParameterReaders<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>
    {
        public static readonly (string TemplateName, Func<object, object?> Read)[] All =
        [
            .. from property in typeof(T).GetProperties()
               let attribute = property.GetCustomAttributes(typeof(QueryParameterAttribute), inherit: false)
               let named = attribute.Length == 0 ? null : (QueryParameterAttribute)attribute[0]
               select (named?.TemplateName ?? property.Name, (Func<object, object?>)property.GetValue),
        ];
    }
}
