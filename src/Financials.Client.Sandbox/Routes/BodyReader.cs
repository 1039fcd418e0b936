using System.Text.Json;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Routes;

/// <summary>Reads the body of a request and refuses what the entity does not have or does not let be written.</summary>
internal static class BodyReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The body as it came.</summary>
    /// <exception cref="ServiceException">It is not a JSON object.</exception>
    public static JsonObject Json(ServiceRequest request)
    {
        if (request.Headers.ContentType.ToString() is { Length: > 0 } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceException(StatusCodes.Status415UnsupportedMediaType, "Unknown", $"The content type '{type}' is not supported. Send application/json.");
        }

        try
        {
            return JsonNode.Parse(request.Body.Span, documentOptions: Strict) as JsonObject ?? throw NotAnObject("The body is not an object.");
        }
        catch (JsonException invalid)
        {
            throw NotAnObject(invalid.Message);
        }
    }

    /// <summary>The members of the body as the surface has them, each in the form in which it is stored, without control information.</summary>
    /// <exception cref="ServiceException">The service does not take the body.</exception>
    public static JsonObject Members(JsonObject json, EntityType type)
    {
        var members = new JsonObject();
        foreach (var (name, value) in json.Where(member => !member.Key.Contains('@')))
        {
            var member = type.Member(name);
            if (member is null && type.Navigations.All(navigation => navigation.Name != name))
            {
                throw ServiceException.UnknownProperty(name, type.Name);
            }

            members[name] = member is null or { IsReadOnly: true } ? throw ServiceException.ReadOnly(name) : WireValue.Stored(member, value);
        }

        return members;
    }

    private static ServiceException NotAnObject(string reason) => ServiceException.Refused("BadRequest", $"The request body could not be read. {reason}");
}
