using System.Globalization;
using System.Text.Json;
using Financials.Client.KiotaRuntime.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.KiotaRuntime.Http;

/// <summary>Turns an answer outside 2xx into the exception that the contract's error map names for its status.</summary>
internal static class ErrorAnswer
{
    /// <summary>No error text needs more, and a gateway's HTML page should not be read to its end.</summary>
    private const int LongestBody = 64 * 1024;

    /// <returns>
    /// The mapped error model, filled from the body as far as that is JSON; a plain <see cref="ApiException"/> where no
    /// entry fits. Status and headers are always there.
    /// </returns>
    public static async Task<ApiException> ReadAsync(
        HttpResponseMessage response,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        using var body = await PooledBody.ReadAsync(response.Content, cancellationToken, LongestBody).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        var error = Model(status, errorMapping, body.Bytes)
            ?? new ApiException($"The service answered {status.ToString(CultureInfo.InvariantCulture)}.");
        error.ResponseStatusCode = status;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            error.ResponseHeaders[name] = [.. values];
        }

        return error;
    }

    private static ApiException? Model(
        int status,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        ReadOnlySpan<byte> body)
    {
        var family = status < 500 ? "4XX" : "5XX";
        if (errorMapping is null ||
            (!errorMapping.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var factory) &&
             !errorMapping.TryGetValue(family, out factory) &&
             !errorMapping.TryGetValue("XXX", out factory)))
        {
            return null;
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            return JsonElement.TryParseValue(ref reader, out var element)
                ? new JsonElementParseNode(element.Value).GetObjectValue(factory) as ApiException
                : null;
        }
        catch (JsonException)
        {
            // HTML from a gateway, an empty or a truncated body: the status and the headers still tell the story.
            return null;
        }
    }
}
