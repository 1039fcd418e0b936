using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The payment methods of one company. Thread-safe.</summary>
public class PaymentMethodsClient : EntitySet<PaymentMethod>
{
    private readonly CompanyContext _company;

    internal PaymentMethodsClient(CompanyContext company)
        : base(company.Set(company.Dialect.PaymentMethods, NaturalKeys.OfPaymentMethod)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected PaymentMethodsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override PaymentMethodsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<PaymentMethod>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(PaymentMethod entity) => Require.ForCreate(entity.Code, nameof(PaymentMethod.Code), "payment method");
}
