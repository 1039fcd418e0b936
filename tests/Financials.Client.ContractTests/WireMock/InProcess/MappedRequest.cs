using WireMock.Matchers;
using WireMock.RequestBuilders;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>The request that a mapping waits for, compared by WireMock.Net part by part.</summary>
internal sealed class MappedRequest
{
    public MappedRequest(Members mapping)
    {
        var request = mapping.Object("request", "method", "url", "urlPath", "queryParameters", "headers", "bodyPatterns");
        Parts = [MethodOf(request), AddressOf(request), .. OptionsOf(request), .. HeadersOf(request), .. BodiesOf(request)];
    }

    public IReadOnlyList<RequestPart> Parts { get; }

    /// <summary>All parts together, as WireMock.Net takes them.</summary>
    public IRequestBuilder ToRequest()
    {
        var request = Request.Create();
        foreach (var part in Parts)
        {
            part.Require(request);
        }

        return request;
    }

    private static RequestPart MethodOf(Members request)
    {
        var method = request.Text("method");
        return new("HTTP method", method, arrival => arrival.Method, required => required.UsingMethod(method));
    }

    private static RequestPart AddressOf(Members request)
    {
        if (request.Has("url") == request.Has("urlPath"))
        {
            throw request.Refusal("url", "or 'urlPath' has to be there, and only one of them");
        }

        if (request.Has("url"))
        {
            var url = request.Text("url");
            return new("URL", url, arrival => arrival.Url, required => required.WithUrl(_ => Arrival.Current.Url == url));
        }

        var path = request.Text("urlPath");
        return new("URL", path, arrival => arrival.Path, required => required.WithPath(_ => Arrival.Current.Path == path));
    }

    private static IEnumerable<RequestPart> OptionsOf(Members request) =>
        from option in EqualTo(request, "queryParameters")
        select new RequestPart(
            "Query",
            $"{option.Name}: {option.Value}",
            arrival => $"{option.Name}: {string.Join(", ", arrival.Option(option.Name))}",
            required => required.WithParam(_ => Arrival.Current.Option(option.Name).Contains(option.Value)));

    private static IEnumerable<RequestPart> HeadersOf(Members request) =>
        from header in EqualTo(request, "headers")
        select new RequestPart(
            "Header",
            $"{header.Name}: {header.Value}",
            arrival => arrival.Header(header.Name) is { } value ? $"{header.Name}: {value}" : "",
            required => required.WithHeader(header.Name, true, new ExactMatcher(header.Value)));

    private static IEnumerable<RequestPart> BodiesOf(Members request) =>
        from pattern in request.Objects("bodyPatterns", "equalToJson", "binaryEqualTo")
        select pattern.Has("equalToJson") ? JsonBody(pattern) : BinaryBody(pattern);

    private static RequestPart JsonBody(Members pattern)
    {
        if (pattern.Has("binaryEqualTo"))
        {
            throw pattern.Refusal("binaryEqualTo", "stands beside another pattern");
        }

        var expected = new ExpectedJson(pattern, "equalToJson");
        return new(
            "Body",
            $"[equalToJson]{Environment.NewLine}{ExpectedJson.Print(expected.ToString())}",
            arrival => ExpectedJson.Print(arrival.Body),
            required => required.WithBody((byte[]? _) => expected.Matches(Arrival.Current.Body)));
    }

    private static RequestPart BinaryBody(Members pattern)
    {
        var base64 = pattern.Text("binaryEqualTo");
        var bytes = Convert.FromBase64String(base64);
        return new(
            "Body",
            $"[binaryEqualTo]{Environment.NewLine}{base64}",
            arrival => Convert.ToBase64String(arrival.Bytes),
            required => required.WithBody((byte[]? body) => bytes.AsSpan().SequenceEqual(body)));
    }

    private static IEnumerable<(string Name, string Value)> EqualTo(Members request, string part)
    {
        if (!request.Has(part))
        {
            return [];
        }

        var named = request.Object(part);
        return named.Names.Select(name => (name, named.Object(name, "equalTo").Text("equalTo")));
    }
}
