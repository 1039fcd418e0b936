using Financials.Client.Tests.Outbox;

namespace Financials.Client.Tests.Money;

/// <summary>The death of a process at one of the points that its batch passes: from then on nothing leaves it and nothing arrives.</summary>
/// <param name="at">How many points it passes alive.</param>
internal sealed class Death(int at)
{
    private int _passed;

    public void Pass()
    {
        if (Interlocked.Increment(ref _passed) > at)
        {
            throw new CrashException("killed");
        }
    }

    /// <summary>Requests of the process: it can die before one is sent, and before its response arrives.</summary>
    public HttpMessageHandler Transport() => new Wire(this);

    /// <summary>A ledger of the process: it can die before a line is written, and before it learns of that.</summary>
    public PaymentLedger Around(PaymentLedger ledger) => new Ledger(this, ledger);

    private sealed class Wire(Death death) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            death.Pass();
            var response = await base.SendAsync(request, cancellationToken);
            death.Pass();
            return response;
        }
    }

    private sealed class Ledger(Death death, PaymentLedger ledger) : PaymentLedger
    {
        public override async Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default) =>
            new Batch(death, await ledger.BeginAsync(journal, cancellationToken));
    }

    private sealed class Batch(Death death, PaymentLedgerBatch batch) : PaymentLedgerBatch
    {
        public override Guid LedgerId => batch.LedgerId;

        public override PaymentLineNumbers LineNumbers => batch.LineNumbers;

        public override ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default) => batch.FindAsync(reference, cancellationToken);

        public override async Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
        {
            death.Pass();
            await batch.WriteAsync(entry, cancellationToken);
            death.Pass();
        }

        public override ValueTask DisposeAsync() => batch.DisposeAsync();
    }
}
