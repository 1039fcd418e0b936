using System.Globalization;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>Other statuses, with the body of the success, with the service's error or with a gateway's page.</summary>
internal static class StatusMutations
{
    private const string Html = $"<!DOCTYPE html><html><head><title>Sign in</title></head><body>{Canaries.Email}</body></html>";

    private static readonly int[] Any =
    [
        101, 200, 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405,
        406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 417, 418, 421, 422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501,
        502, 503, 504, 505, 507, 511, 520, 524, 599, 600, 999,
    ];

    private static readonly int[] Failures = [400, 400, 401, 403, 404, 405, 408, 409, 412, 429, 429, 500, 501, 502, 503, 504];

    private static readonly string[] Codes =
    [
        "Internal_EntityWithSameKeyExists", "Request_EntityChanged", "BadRequest_InvalidToken", "Internal_RecordNotFound",
        "Internal_DataNotFoundFilter", "Internal_CompanyNotFound", "BadRequest_ResourceNotFound", "BadRequest_MethodNotAllowed",
        "BadRequest_MethodNotImplemented", "Application_DialogException", "Authentication_InvalidCredentials",
        "TooManyRequests", "ServiceUnavailable", "Unknown", "", " ", Canaries.Email, Canaries.Token,
        "code" + @"\r\nFORGED by the server",
    ];

    public static IEnumerable<Mutation> All =>
    [
        new("another status", 6, (response, chance) => Number(response.Status = chance.OneOf(Any))),
        new("the service's error", 14, (response, chance) =>
        {
            var code = chance.OneOf(Codes);
            response.Status = chance.OneOf(Failures);
            response.Text = ServiceBodies.Error.Replace("Application_DialogException", code, StringComparison.Ordinal);
            return $"{response.Status} {code}";
        }),
        new("throttled", 3, (response, chance) =>
        {
            response.Status = chance.OneOf(429, 503);
            response.SetHeader("Retry-After", "1");
            response.Text = ServiceBodies.Error;
            return Number(response.Status);
        }),
        new("the service's error as a success", 4, (response, _) =>
        {
            response.Text = ServiceBodies.Error;
            return null;
        }),
        new("a gateway's page", 4, (response, chance) =>
        {
            response.Status = chance.OneOf(200, 200, 403, 407, 502, 503, 504);
            response.SetHeader("Content-Type", chance.OneOf("text/html", "text/html; charset=utf-8", "application/json"));
            response.Text = Html;
            return Number(response.Status);
        }),
        new("a reason phrase", 1, (response, chance) =>
            response.Reason = chance.OneOf("", Canaries.Email, Canaries.Token, new string('x', 5_000))),
        new("the connection is lost", 4, (response, chance) =>
        {
            response.BreaksOff = true;
            response.Body = response.Body[..chance.Below(response.Body.Length + 1)];
            return $"after {response.Body.Length} bytes";
        }),
    ];

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
