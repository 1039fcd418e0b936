using Financials.Client;
using Financials.Client.Sandbox;

namespace ImportPayments.Service;

/// <summary>
/// What the import's own sandbox still knew when it was started. It ends with the process, and one that was killed may not have saved
/// its last payments. No service loses what it has confirmed: only here, a payment that is gone does not exist.
/// </summary>
internal sealed class SandboxMemory : IAsyncDisposable
{
    private readonly FinancialsSandbox _sandbox;
    private readonly Dictionary<Guid, string?> _documents;
    private readonly HashSet<string> _posted;

    public SandboxMemory(FinancialsSandbox sandbox)
    {
        _sandbox = sandbox;
        _documents = sandbox.Company.AllPayments.ToDictionary(payment => payment.Id!.Value, payment => payment.DocumentNumber);
        _posted = sandbox.Company.CustomerEntries.Select(entry => entry.DocumentNumber).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>It has another port whenever it is started, and serves two surfaces; the journal in its file stays the same.</summary>
    public static PaymentJournalAddress NamedForGood(PaymentJournalAddress journal) => journal with { Service = new("sandbox://own/") };

    /// <summary>
    /// Whether a payment that was created is neither in a journal nor posted. Ids alone do not tell: the sandbox gives those of
    /// payments that it has forgotten to new ones.
    /// </summary>
    public bool HasLost(PaymentLedgerEntry created, string documentNumber) => created.PaymentId is { } id && !_posted.Contains(documentNumber) &&
        !(_documents.TryGetValue(id, out var document) && string.Equals(document, documentNumber, StringComparison.OrdinalIgnoreCase));

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();
}
