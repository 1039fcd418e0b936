using System.Globalization;
using System.Text;
using Financials.Client.ContractTests.WireMock;
using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.ContractTests.Faults;

/// <summary>Something that goes wrong between the client and the service.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Evidence">What it proves.</param>
/// <param name="Error">The exception that callers get where it is not overcome.</param>
/// <param name="Apply">Puts it in the place of an answer.</param>
/// <param name="Texts">The exception's message; one of these, where the operating system words it. <c>{0}</c> is the request.</param>
internal sealed record Fault(string Name, Evidence Evidence, Type Error, Func<Stub, Stub> Apply, params string[] Texts)
{
    /// <summary>What the refused token lacks.</summary>
    public const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1726077595"}}}""";

    /// <summary>The wait that a throttled client is asked for.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(128);

    private const string Lost = "The connection broke off before the response had arrived (the connection was lost). [{0}]";
    private const string EndedEarly = "The connection broke off before the response had arrived (the response ended too early). [{0}]";

    /// <summary>Far longer than any attempt may take.</summary>
    private static readonly TimeSpan Ages = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<Fault> All { get; } =
    [
        Broken("connection reset", WireFault.Reset, Lost),

        // SocketsHttpHandler, unasked, sends a request without content three times more in this case.
        Broken("no answer", WireFault.Empty, EndedEarly) with { SendsOfAGet = 4 },
        Broken("malformed chunk", WireFault.MalformedChunk, Lost),
        Broken("garbage", WireFault.Garbage, Lost, EndedEarly),
        Slow("hangs", stub => stub.After(Ages)),
        Slow("dribbles", stub => stub.InPieces(10, Ages)) with { NeedsABody = true },
        new(
            "503",
            Evidence.Ambiguous,
            typeof(FinancialsUnavailableException),
            stub => stub.Answering(503),
            "The service could not complete the request. Try again later. [{0}, HTTP 503]")
        {
            TextOfAPost =
                "The service broke off while it had the request, so it may have executed it. " +
                "Look for the result before you send it again. [{0}, HTTP 503]",
        },
        new(
            "429 after 0.128 s",
            Evidence.NotExecuted,
            typeof(FinancialsThrottledException),
            stub => stub.Answering(
                429,
                """{"error":{"code":"TooManyRequests","message":"Please retry again later."}}""",
                ("Retry-After", Wait.TotalSeconds.ToString(CultureInfo.InvariantCulture))),
            "The service has had too many requests and did not execute this one. Wait for 0.128 seconds before you send it again. " +
            "Send fewer at a time. The service says: Please retry again later. [{0}, HTTP 429, TooManyRequests]"),
        new(
            "401 with claims",
            Evidence.TokenRefused,
            typeof(FinancialsUnauthorizedException),
            stub => stub.Answering(
                401,
                """{"error":{"code":"Authentication_InvalidCredentials","message":"The server has rejected the client credentials."}}""",
                ("WWW-Authenticate", $"Bearer error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\"")),
            "The service did not accept the token. " +
            "Check that the credential belongs to the right tenant and that its scope fits the service. " +
            "The service says: The server has rejected the client credentials. [{0}, HTTP 401, Authentication_InvalidCredentials]"),
    ];

    public TimeSpan AttemptTimeout { get; private init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether each attempt that meets it takes seconds.</summary>
    public bool IsSlow { get; private init; }

    /// <summary>How often the service receives one attempt of a GET.</summary>
    public int SendsOfAGet { get; private init; } = 1;

    /// <summary>Whether only an answer with a body can have this fault.</summary>
    public bool NeedsABody { get; private init; }

    /// <summary>The message for a POST, where it is another.</summary>
    private string? TextOfAPost { get; init; }

    public string[] TextsOf(string method, string path) =>
        [.. (method == "POST" && TextOfAPost is { } own ? [own] : Texts).Select(text => text.Replace("{0}", $"{method} {path}", StringComparison.Ordinal))];

    private static Fault Broken(string name, WireFault fault, params string[] texts) =>
        new(name, Evidence.Ambiguous, typeof(FinancialsUnavailableException), stub => stub.Breaking(fault), texts);

    private static Fault Slow(string name, Func<Stub, Stub> apply) => new(
        name,
        Evidence.Ambiguous,
        typeof(FinancialsTimeoutException),
        apply,
        "The response did not come within 2 seconds. The option Resilience.AttemptTimeout sets this time. [{0}]")
    {
        // Long enough for an answer that is not delayed, on the busiest of machines.
        AttemptTimeout = TimeSpan.FromSeconds(2),
        IsSlow = true,
    };
}
