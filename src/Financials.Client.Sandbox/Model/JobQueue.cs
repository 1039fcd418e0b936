namespace Financials.Client.Sandbox.Model;

/// <summary>Documents of journals that wait for being posted. Not thread-safe.</summary>
/// <param name="undo">Where to note how each change is taken back.</param>
internal sealed class JobQueue(UndoLog undo)
{
    private List<(Guid JournalId, string DocumentNumber)> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Enters each document once.</summary>
    public void Add(Guid journalId, IEnumerable<string> documentNumbers)
    {
        var before = _entries;
        _entries = [.. before.Union(documentNumbers.Select(number => (journalId, number)))];
        undo.Add(() => _entries = before);
    }

    /// <summary>Gives all that wait, and waits for nothing more.</summary>
    public IReadOnlyList<(Guid JournalId, string DocumentNumber)> TakeAll()
    {
        var entries = _entries;
        _entries = [];
        return entries;
    }
}
