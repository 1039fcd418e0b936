using Financials.Client.Companies;
using Financials.Client.Entities;
using Financials.Client.SafeCreates;

namespace Financials.Client;

/// <summary>The payment methods of one company. Thread-safe.</summary>
public class PaymentMethodsClient : EntitySet<PaymentMethod>
{
    internal PaymentMethodsClient(CompanyScope company)
        : base(company.Dialect.PaymentMethods, company.Creating(company.Dialect.PaymentMethods, NaturalKeys.OfPaymentMethod))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected PaymentMethodsClient()
    {
    }

    private protected override void CheckForCreate(PaymentMethod entity) => Require.ForCreate(entity.Code, nameof(PaymentMethod.Code), "payment method");
}
