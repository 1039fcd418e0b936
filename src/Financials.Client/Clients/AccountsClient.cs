using Financials.Client.Clients;

namespace Financials.Client;

/// <summary>
/// The accounts of the general ledger of one company. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class AccountsClient : ReadOnlyEntitySet<Account>
{
    private readonly CompanyContext _company;

    internal AccountsClient(CompanyContext company)
        : base(company.Operations, company.Dialect.Accounts) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected AccountsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override AccountsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>Finds an account by its number.</summary>
    /// <param name="number">The number; case and outer spaces make no difference.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is no such account; the message names some that there are.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<Account> GetByNumberAsync(string number, CancellationToken cancellationToken = default)
    {
        var stored = NamesGiven.AsStored(number);
        return NamesGiven.FindAsync(
            Where(account => account.Number == stored),
            OrderBy(account => account.Number),
            static account => account.Number,
            $"The company has no account '{stored}'.",
            "account",
            cancellationToken);
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<Account>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);
}
