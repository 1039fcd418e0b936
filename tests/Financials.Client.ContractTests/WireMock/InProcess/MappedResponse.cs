using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseBuilders;
using WireMock.ResponseProviders;
using WireMock.Settings;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>The response of a mapping: when, how and what.</summary>
internal sealed partial class MappedResponse : IResponseProvider
{
    /// <summary>As WireMock writes it: in UTF-8, of which nothing has to be escaped.</summary>
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _mapping;
    private readonly WireFault? _fault;
    private readonly int _status;
    private readonly (string Name, string Value)[] _headers = [];
    private readonly Func<string, byte[]?> _bodyFor;
    private readonly TimeSpan _delay;
    private readonly (int Pieces, TimeSpan Total)? _dribble;

    public MappedResponse(Members mapping, JsonObject json)
    {
        _mapping = json;
        var response = mapping.Object(
            "response",
            ["status", "headers", "jsonBody", "body", "base64Body", "transformers", "fixedDelayMilliseconds", "chunkedDribbleDelay", "fault"]);
        _fault = response.Has("fault") ? BrokenConnection.Named(response) : null;
        _status = _fault is null ? response.Number("status") : default;
        _bodyFor = BodyOf(response);
        if (response.Has("headers"))
        {
            var headers = response.Object("headers");
            _headers = [.. headers.Names.Select(name => (name, headers.Text(name)))];
        }

        if (response.Has("fixedDelayMilliseconds"))
        {
            _delay = TimeSpan.FromMilliseconds(response.Number("fixedDelayMilliseconds"));
        }

        if (response.Has("chunkedDribbleDelay"))
        {
            var dribble = response.Object("chunkedDribbleDelay", "numberOfChunks", "totalDuration");
            _dribble = (dribble.Number("numberOfChunks"), TimeSpan.FromMilliseconds(dribble.Number("totalDuration")));
        }
    }

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        Arrival.Current.Matched(_mapping);
        await Task.Delay(_delay, context.RequestAborted);
        if (_fault is { } fault)
        {
            BrokenConnection.Break(context, fault);

            // What is written now goes nowhere.
            return (new ResponseMessage(), null);
        }

        // WireMock.Net drops some headers that it is given itself.
        foreach (var (name, value) in _headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (_dribble is var (pieces, total))
        {
            context.Response.Body = new DribblingStream(context.Response.Body, pieces, total, context.RequestAborted);
        }

        var response = Response.Create().WithStatusCode(_status);
        if (_bodyFor(Arrival.Current.Body) is { } body)
        {
            response = response.WithBody(body);
        }

        return await response.ProvideResponseAsync(mapping, context, requestMessage, settings);
    }

    private static Func<string, byte[]?> BodyOf(Members response)
    {
        string[] bodies = [.. ((string[])["jsonBody", "body", "base64Body"]).Where(response.Has)];
        if (bodies.Length > 1)
        {
            throw response.Refusal(bodies[1], "is a second body");
        }

        if (response.Has("transformers"))
        {
            return TemplateOf(response);
        }

        var body = bodies switch
        {
            ["jsonBody"] => JsonSerializer.SerializeToUtf8Bytes(response.Json("jsonBody"), Raw),
            ["body"] => Encoding.UTF8.GetBytes(response.Text("body")),
            ["base64Body"] => Convert.FromBase64String(response.Text("base64Body")),
            _ => null,
        };
        return _ => body;
    }

    /// <summary>The one use that the tests make of WireMock's templates: a member of the request's body.</summary>
    private static Func<string, byte[]?> TemplateOf(Members response)
    {
        if (response.Json("transformers") is not JsonArray { Count: 1 } transformers || transformers[0]?.ToString() != "response-template")
        {
            throw response.Refusal("transformers", "has to be 'response-template'");
        }

        var template = response.Text("body");
        if (MemberOfTheRequest().Replace(template, "").Contains("{{", StringComparison.Ordinal))
        {
            throw response.Refusal("body", "has an expression that is unknown to this server");
        }

        return request => Encoding.UTF8.GetBytes(
            MemberOfTheRequest().Replace(template, expression => JsonNode.Parse(request)![expression.Groups["member"].Value]!.ToJsonString()));
    }

    [GeneratedRegex(@"\{\{jsonPath request\.body '\$\.(?<member>\w+)'\}\}")]
    private static partial Regex MemberOfTheRequest();
}
