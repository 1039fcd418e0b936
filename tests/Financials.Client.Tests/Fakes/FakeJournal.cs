namespace Financials.Client.Tests.Fakes;

/// <summary>One payment journal in memory.</summary>
internal sealed class FakeJournal : PaymentJournalClient
{
    public override FakePayments Payments { get; } = new();
}
