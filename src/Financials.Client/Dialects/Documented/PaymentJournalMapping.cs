using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="PaymentJournal"/>.</summary>
internal sealed class PaymentJournalMapping : EntityMapping<PaymentJournal, Wire.CustomerPaymentJournal, Wire.CustomerPaymentJournalCollection>
{
    public static PaymentJournalMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(PaymentJournal.Id)] = "id",
        [nameof(PaymentJournal.Code)] = "code",
        [nameof(PaymentJournal.DisplayName)] = "displayName",
        [nameof(PaymentJournal.BalancingAccountId)] = "balancingAccountId",
        [nameof(PaymentJournal.BalancingAccountNumber)] = "balancingAccountNumber",
        [nameof(PaymentJournal.LastModified)] = "lastModifiedDateTime",
    };

    public override IReadOnlyDictionary<string, string> Navigations { get; } = new Dictionary<string, string>
    {
        [nameof(PaymentJournal.Payments)] = "customerPayments",
    };

    public override List<Wire.CustomerPaymentJournal>? Rows(Wire.CustomerPaymentJournalCollection page) => page.Value;

    public override string? NextLink(Wire.CustomerPaymentJournalCollection page) => page.OdataNextLink;

    protected override void Write(Wire.CustomerPaymentJournal wire, PaymentJournal now, PaymentJournal before, ref ChangedMembers changed)
    {
        wire.Code = changed.Code(now.Code, before.Code);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.BalancingAccountId = changed.Id(now.BalancingAccountId, before.BalancingAccountId);
    }

    protected override PaymentJournal Read(Wire.CustomerPaymentJournal wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Code = WireValues.Text(wire.Code),
        DisplayName = WireValues.Text(wire.DisplayName),
        BalancingAccountId = WireValues.Id(wire.BalancingAccountId),
        BalancingAccountNumber = WireValues.Text(wire.BalancingAccountNumber),
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
        Payments = wire.CustomerPayments?.ConvertAll(CustomerPaymentMapping.Instance.ToModel),
    };
}
