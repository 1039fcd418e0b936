using Financials.Client.Dialects;
using Financials.Client.Entities;

namespace Financials.Client;

/// <summary>The payment methods of one company. Thread-safe.</summary>
public class PaymentMethodsClient : EntitySet<PaymentMethod>
{
    internal PaymentMethodsClient(IEntityEndpoint<PaymentMethod> endpoint)
        : base(endpoint)
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected PaymentMethodsClient()
    {
    }

    private protected override void CheckForCreate(PaymentMethod entity) => Require.ForCreate(entity.Code, nameof(PaymentMethod.Code), "payment method");
}
