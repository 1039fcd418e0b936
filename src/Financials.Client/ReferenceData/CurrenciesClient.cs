using Financials.Client.Dialects;
using Financials.Client.Entities;

namespace Financials.Client;

/// <summary>The foreign currencies of one company. Thread-safe.</summary>
public class CurrenciesClient : EntitySet<Currency>
{
    internal CurrenciesClient(IEntityEndpoint<Currency> endpoint)
        : base(endpoint)
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected CurrenciesClient()
    {
    }

    private protected override void CheckForCreate(Currency entity) => Require.ForCreate(entity.Code, nameof(Currency.Code), "currency");
}
