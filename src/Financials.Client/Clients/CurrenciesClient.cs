using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The foreign currencies of one company. Thread-safe.</summary>
public class CurrenciesClient : EntitySet<Currency>
{
    internal CurrenciesClient(CompanyContext company)
        : base(company.Set(company.Dialect.Currencies, NaturalKeys.OfCurrency))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected CurrenciesClient()
    {
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<Currency>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(Currency entity) => Require.ForCreate(entity.Code, nameof(Currency.Code), "currency");
}
