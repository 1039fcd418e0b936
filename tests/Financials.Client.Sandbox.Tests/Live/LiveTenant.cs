namespace Financials.Client.Sandbox.Tests.Live;

/// <summary>
/// The tenant, environment and company that environment variables name for the live tests. A company that is there for tests only:
/// what the tests create has names that begin with <see cref="Workplace.Prefix"/> and is deleted again, but they do write.
/// </summary>
internal sealed record LiveTenant(string Tenant, string Environment, string Company)
{
    /// <summary>How to run the live tests.</summary>
    public const string HowTo =
        "Set FINANCIALS_LIVE_TENANT, FINANCIALS_LIVE_ENVIRONMENT and FINANCIALS_LIVE_COMPANY (the name of a company that is there for tests), " +
        "and sign in so that Azure.Identity's DefaultAzureCredential finds an account or application that may use it. FINANCIALS_LIVE_RECORD " +
        "names a folder for recordings. Only FINANCIALS_LIVE_POST=true lets the tests post.";

    public static bool MayPost => Variable("POST") == "true";

    /// <summary>The folder to record into; null for none.</summary>
    public static string? RecordTo => Variable("RECORD");

    /// <summary>The tenant; null where the variables do not name one.</summary>
    public static LiveTenant? Find() => (Variable("TENANT"), Variable("ENVIRONMENT"), Variable("COMPANY")) is ({ } tenant, { } environment, { } company)
        ? new(tenant, environment, company)
        : null;

    private static string? Variable(string name) => System.Environment.GetEnvironmentVariable($"FINANCIALS_LIVE_{name}") is { Length: > 0 } value ? value : null;
}
