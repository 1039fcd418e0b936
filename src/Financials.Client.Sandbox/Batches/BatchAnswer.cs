using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Financials.Client.Sandbox.Batches;

/// <summary>The answers of a batch in one.</summary>
internal static class BatchAnswer
{
    public static ServiceAnswer Json(IEnumerable<(BatchOperation Operation, ServiceAnswer Answer)> answers) => ServiceAnswer.Json(new()
    {
        ["responses"] = new JsonArray([.. answers.Select(answered => Item(answered.Operation, answered.Answer))]),
    });

    /// <summary>The form for those who do not ask for JSON.</summary>
    public static ServiceAnswer Multipart(IEnumerable<(BatchOperation Operation, ServiceAnswer Answer)> answers)
    {
        var boundary = $"batchresponse_{Guid.NewGuid()}";
        var text = new StringBuilder();
        foreach (var (_, answer) in answers)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"--{boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\n");
            foreach (var (name, value) in Headers(answer))
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"\r\n{Encoding.UTF8.GetString(answer.Body.Span)}\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return new(StatusCodes.Status200OK, $"multipart/mixed; boundary={boundary}", Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>What the service says of an address that is not one of its own. It has a form that no other error has.</summary>
    public static ServiceAnswer NoResource(string url) => ServiceAnswer.Json(
        new() { ["Message"] = $"No HTTP resource was found that matches the request URI '{url}'." }, StatusCodes.Status404NotFound);

    private static JsonObject Item(BatchOperation operation, ServiceAnswer answer)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in Headers(answer))
        {
            headers[name.ToLowerInvariant()] = value;
        }

        var item = new JsonObject { ["id"] = operation.Id?.DeepClone(), ["status"] = answer.Status, ["headers"] = headers };
        if (!answer.Body.IsEmpty)
        {
            item["body"] = Body(answer);
        }

        return item;
    }

    private static JsonNode? Body(ServiceAnswer answer) =>
        answer.ContentType!.Contains("json", StringComparison.Ordinal) ? JsonNode.Parse(answer.Body.Span)
        : answer.ContentType.StartsWith("text/", StringComparison.Ordinal) ? Encoding.UTF8.GetString(answer.Body.Span)
        : WebEncoders.Base64UrlEncode(answer.Body.Span);

    private static IEnumerable<(string Name, string Value)> Headers(ServiceAnswer answer)
    {
        (string, string)[] own = answer.ContentType is { } type ? [("Content-Type", type), ("OData-Version", "4.0")] : [("OData-Version", "4.0")];
        return own.Concat(answer.Headers);
    }
}
