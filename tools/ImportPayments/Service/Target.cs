using Financials.Client;

namespace ImportPayments.Service;

/// <summary>The journal that an import goes into.</summary>
/// <param name="name">What a person calls it.</param>
/// <param name="payments">Its payments.</param>
/// <param name="client">The client, which ends with this.</param>
/// <param name="sandbox">The sandbox, if it is one's own; it ends with this too.</param>
internal sealed class Target(string name, JournalPaymentsClient payments, FinancialsClient client, SandboxMemory? sandbox = null) : IAsyncDisposable
{
    public string Name => name;

    public JournalPaymentsClient Payments => payments;

    /// <summary>The address by which the ledger knows the journal in every run.</summary>
    public PaymentJournalAddress NamedForGood(PaymentJournalAddress journal) => sandbox is null ? journal : SandboxMemory.NamedForGood(journal);

    /// <summary>Whether a payment that was created exists no more, though nobody has taken it away.</summary>
    public bool HasLost(PaymentLedgerEntry created, string documentNumber) => sandbox?.HasLost(created, documentNumber) == true;

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
