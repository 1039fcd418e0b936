using System.Text;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>Headers that are missing, doubled, malformed, or that hold what must not come through.</summary>
internal static class HeaderMutations
{
    private static readonly string[] Smuggled =
    [
        Canaries.Email, Canaries.Token, "value" + Canaries.ForgedLine, $"Bearer {Canaries.Token}", "", " ", "\u00f8\u0000",
    ];

    private static readonly string[] ContentTypes =
    [
        "", "application/json", "application/json; charset=utf-16", "application/json; charset=latin1",
        "application/json; charset=nonsense", "application/json; charset=", "APPLICATION/JSON", "text/html", "TEXT/HTML ; x",
        "text/plain", "application/xml", "application/xhtml+xml", "multipart/mixed; boundary=b", "application/octet-stream",
        "json", "/", ";", "application/json, text/html", $"text/html; x={Canaries.Email}",
    ];

    private static readonly string[] Waits =
    [
        "0", "1", "30", "120", "301", "99999999999", "99999999999999999999999", "1e9", "-5", "+5", "2.128", "1,5", ".5", "NaN",
        "Infinity", "abc", "", " ", "Wed, 21 Oct 2015 07:28:00 GMT", "Sun, 01 Mar 2026 12:00:30 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT", "Sunday, 01-Mar-26 12:00:30 GMT", "Sun Mar  1 12:00:30 2026", "2026-03-01T12:00:30Z",
        "0x10", "١٢", Canaries.Email,
    ];

    private static readonly string[] Challenges =
    [
        "Bearer", "Bearer ", "Bearer claims=\"\"", "Bearer claims=\"%%%\"", "Bearer claims=\"bnVsbA==\"",
        "Bearer claims=\"e30\"", "Bearer claims=\"eyJh\"", "Bearer claims=\"W10=\", Bearer claims=\"e30=\"",
        $"Bearer error=\"{Canaries.Email}\"", "Basic realm=\"x\"", "Negotiate", "bearer CLAIMS=\"e30=\"",
        "Bearer claims=\"_w==\"", "=", ",", "Bearer claims=\"" + new string('A', 20_000) + "\"",
        $"Bearer claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"access_token\":\"{Canaries.Email}\"}}"))}\"",
    ];

    private static readonly long[] Lengths = [0, 1, 10, 100_000, int.MaxValue - 1];

    private static readonly string[] Others =
    [
        "request-id", "client-request-id", "x-ms-request-id", "ms-correlation-x", "ETag", "OData-Version", "Set-Cookie",
        "Server", "Date", "Age", "Vary", "Cache-Control", "Content-Language", "Content-Location", "Content-Range", "Expires",
        "Last-Modified", "Transfer-Encoding", "Connection",
    ];

    public static IEnumerable<Mutation> All =>
    [
        new("Content-Type", 3, (response, chance) => Set(response, "Content-Type", chance.OneOf(ContentTypes))),
        new("no Content-Type", 1, (response, _) =>
        {
            response.Headers.Clear();
            return null;
        }),
        new("Retry-After", 5, (response, chance) =>
        {
            response.Status = chance.OneOf(429, 429, 503, 200, 409, response.Status);
            return Set(response, "Retry-After", chance.OneOf(Waits));
        }),
        new("a doubled Retry-After", 1, (response, chance) =>
        {
            response.Status = 429;
            response.Headers.Add(("Retry-After", chance.OneOf(Waits)));
            response.Headers.Add(("Retry-After", chance.OneOf(Waits)));
            return null;
        }),
        new("WWW-Authenticate", 3, (response, chance) =>
        {
            response.Status = 401;
            return Set(response, "WWW-Authenticate", chance.OneOf(Challenges));
        }),
        new("a redirect", 2, (response, chance) =>
        {
            response.Status = chance.OneOf(301, 302, 303, 307, 308);
            return Set(response, "Location", chance.OneOf(
                "https://evil.example/", "/", "", "http://[", "//evil.example", $"https://evil.example/?{Canaries.Email}"));
        }),
        new("Content-Length", 2, (response, chance) => $"{response.AnnouncedLength = chance.OneOf(Lengths)}"),
        new("a malformed Content-Length", 1, (response, chance) =>
            Set(response, "Content-Length", chance.OneOf("-1", "abc", "", "1, 2", "99999999999999999999"))),
        new("another header", 3, (response, chance) => Set(response, chance.OneOf(Others), chance.OneOf(Smuggled))),
    ];

    private static string Set(FuzzedResponse response, string name, string value)
    {
        response.SetHeader(name, value);
        return $"{name}: {(value.Length > 60 ? value[..60] : value)}";
    }
}
