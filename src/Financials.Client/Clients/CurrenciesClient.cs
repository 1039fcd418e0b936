using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The foreign currencies of one company. Thread-safe.</summary>
public class CurrenciesClient : EntitySet<Currency>
{
    private readonly CompanyContext _company;

    internal CurrenciesClient(CompanyContext company)
        : base(company.Set(company.Dialect.Currencies, NaturalKeys.OfCurrency)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected CurrenciesClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override CurrenciesClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<Currency>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(Currency entity) => Require.ForCreate(entity.Code, nameof(Currency.Code), "currency");
}
