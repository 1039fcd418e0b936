using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The payment terms of one company. Thread-safe.</summary>
public class PaymentTermsClient : EntitySet<PaymentTerm>
{
    private readonly CompanyContext _company;

    internal PaymentTermsClient(CompanyContext company)
        : base(company.Set(company.Dialect.PaymentTerms, NaturalKeys.OfPaymentTerm)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected PaymentTermsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override PaymentTermsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<PaymentTerm>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(PaymentTerm entity) => Require.ForCreate(entity.Code, nameof(PaymentTerm.Code), "set of payment terms");
}
