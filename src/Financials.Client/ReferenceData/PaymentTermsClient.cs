using Financials.Client.Dialects;
using Financials.Client.Entities;

namespace Financials.Client;

/// <summary>The payment terms of one company. Thread-safe.</summary>
public class PaymentTermsClient : EntitySet<PaymentTerm>
{
    internal PaymentTermsClient(IEntityEndpoint<PaymentTerm> endpoint)
        : base(endpoint)
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected PaymentTermsClient()
    {
    }

    private protected override void CheckForCreate(PaymentTerm entity) => Require.ForCreate(entity.Code, nameof(PaymentTerm.Code), "set of payment terms");
}
