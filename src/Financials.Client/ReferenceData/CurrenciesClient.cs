using Financials.Client.Companies;
using Financials.Client.Entities;
using Financials.Client.SafeCreates;

namespace Financials.Client;

/// <summary>The foreign currencies of one company. Thread-safe.</summary>
public class CurrenciesClient : EntitySet<Currency>
{
    internal CurrenciesClient(CompanyScope company)
        : base(company.Dialect.Currencies, company.Creating(company.Dialect.Currencies, NaturalKeys.OfCurrency))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected CurrenciesClient()
    {
    }

    private protected override void CheckForCreate(Currency entity) => Require.ForCreate(entity.Code, nameof(Currency.Code), "currency");
}
