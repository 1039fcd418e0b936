using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The payment terms of one company. Thread-safe.</summary>
public class PaymentTermsClient : EntitySet<PaymentTerm>
{
    internal PaymentTermsClient(CompanyContext company)
        : base(company.Set(company.Dialect.PaymentTerms, NaturalKeys.OfPaymentTerm))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected PaymentTermsClient()
    {
    }

    private protected override void CheckForCreate(PaymentTerm entity) => Require.ForCreate(entity.Code, nameof(PaymentTerm.Code), "set of payment terms");
}
