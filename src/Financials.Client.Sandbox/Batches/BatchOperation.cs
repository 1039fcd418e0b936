using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Financials.Client.Sandbox.Batches;

/// <summary>One request inside a batch.</summary>
/// <param name="Id">What its sender calls it; null where it has no name.</param>
/// <param name="Url">Its address as it was sent.</param>
/// <param name="Request">The request; null where the address is not one of the service.</param>
internal sealed record BatchOperation(JsonNode? Id, string Url, ServiceRequest? Request)
{
    /// <summary>Reads an item of a batch.</summary>
    /// <param name="item">The item.</param>
    /// <param name="address">The address of the service, with which an address may begin.</param>
    /// <param name="companyPath">The path of a company by its name; null where there is none.</param>
    /// <exception cref="ServiceException">It is no request.</exception>
    public static BatchOperation Read(JsonNode? item, Uri address, Func<string, string?> companyPath)
    {
        var json = item as JsonObject ?? throw Unreadable("A request has to be an object.");
        var method = Text(json, "method").ToUpperInvariant();
        var url = Text(json, "url");
        var headers = new HeaderDictionary();
        foreach (var (name, value) in json["headers"] as JsonObject ?? [])
        {
            headers[name] = value?.ToString();
        }

        return new(json["id"]?.DeepClone(), url, Resolved(url, address, headers, companyPath) is { } relative
            ? new(method, Path(relative), new QueryCollection(QueryHelpers.ParseQuery(Query(relative))), headers, Body(json["body"], headers))
            : null);
    }

    /// <summary>An address is relative to the service's own and has no slash at its beginning; a company may be named in a header instead.</summary>
    private static string? Resolved(string url, Uri address, HeaderDictionary headers, Func<string, string?> companyPath)
    {
        var relative = url.StartsWith($"{address}/", StringComparison.OrdinalIgnoreCase) ? url[$"{address}/".Length..] : url;
        if (relative.StartsWith('/') || relative.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        return headers.TryGetValue("Company", out var company) && !relative.StartsWith("companies", StringComparison.Ordinal)
            ? $"{companyPath($"{company}") ?? throw new ServiceException(404, "Internal_CompanyNotFound", $"The company '{company}' does not exist.")}/{relative}"
            : relative;
    }

    private static string Path(string relative) => "/" + Uri.UnescapeDataString(relative.Split('?', 2)[0]);

    private static string Query(string relative) => relative.Split('?', 2) is [_, var query] ? $"?{query}" : "";

    private static byte[] Body(JsonNode? body, HeaderDictionary headers) => body switch
    {
        null => [],
        JsonValue value when value.GetValueKind() is JsonValueKind.String && !headers["Content-Type"].ToString().Contains("json", StringComparison.OrdinalIgnoreCase) =>
            WebEncoders.Base64UrlDecode(value.GetValue<string>()),
        _ => Encoding.UTF8.GetBytes(body.ToJsonString()),
    };

    private static string Text(JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String
        ? value.GetValue<string>()
        : throw Unreadable($"A request needs a '{name}'.");

    private static ServiceException Unreadable(string reason) => ServiceException.Refused("BadRequest", $"The batch could not be read. {reason}");
}
