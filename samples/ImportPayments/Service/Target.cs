using Financials.Client;

namespace ImportPayments.Service;

/// <summary>The journal that an import goes into.</summary>
/// <param name="name">What a person calls it.</param>
/// <param name="identity">What tells it from all others, the same in each run.</param>
/// <param name="payments">Its payments.</param>
/// <param name="client">The client, which ends with this.</param>
/// <param name="sandbox">The sandbox, if it is one's own; it ends with this too.</param>
internal sealed class Target(
    string name, string identity, JournalPaymentsClient payments, FinancialsClient client, IAsyncDisposable? sandbox = null) : IAsyncDisposable
{
    public string Name => name;

    public string Identity => identity;

    public JournalPaymentsClient Payments => payments;

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
