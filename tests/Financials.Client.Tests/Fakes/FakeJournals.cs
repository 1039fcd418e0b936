namespace Financials.Client.Tests.Fakes;

/// <summary>Payment journals in memory, made when they are first asked for.</summary>
internal sealed class FakeJournals : PaymentJournalsClient
{
    private readonly Dictionary<Guid, FakeJournal> _journals = [];

    public override FakeJournal this[Guid journalId]
    {
        get
        {
            _journals.TryAdd(journalId, new FakeJournal());
            return _journals[journalId];
        }
    }
}
