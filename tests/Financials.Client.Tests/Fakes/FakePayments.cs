namespace Financials.Client.Tests.Fakes;

/// <summary>The payments of one journal in memory, numbered as the service numbers them.</summary>
internal sealed class FakePayments : JournalPaymentsClient
{
    public List<CustomerPayment> Created { get; } = [];

    public override Task<CustomerPayment> CreateAsync(CustomerPayment entity, CancellationToken cancellationToken = default)
    {
        Created.Add(FinancialsModelFactory.CustomerPayment(entity with { LineNumber = 10_000 * (Created.Count + 1) }));
        return Task.FromResult(Created[^1]);
    }
}
