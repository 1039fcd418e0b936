namespace Financials.Client.Sandbox.Tests.Live;

/// <summary>Where a behaviour is tried: a company of the sandbox, of a recording or of a tenant.</summary>
/// <param name="Company">The company.</param>
/// <param name="MayPost">Whether something may be posted, which nobody can take back.</param>
internal sealed record Workplace(CompanyClient Company, bool MayPost)
{
    /// <summary>What the codes and names of everything that is created here begin with.</summary>
    public const string Prefix = "FCLIVE";

    /// <summary>Finds the company by its name.</summary>
    public static async Task<Workplace> OpenAsync(FinancialsClient client, string company, bool mayPost) =>
        new(await client.Companies.GetByNameAsync(company), mayPost);
}
