namespace Financials.Client.Tests.Fakes;

/// <summary>A company in memory: what the desk uses, and nothing else.</summary>
internal sealed class FakeCompany : CompanyClient
{
    public override Guid Id { get; } = Guid.NewGuid();

    public override FakeCustomers Customers { get; } = new();

    public override FakeJournals PaymentJournals { get; } = new();
}
