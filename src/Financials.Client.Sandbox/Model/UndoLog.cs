namespace Financials.Client.Sandbox.Model;

/// <summary>
/// What was done since the last commit, and how to take it back: a request that is refused half-way leaves nothing behind, except
/// for what the service commits on its way. Not thread-safe.
/// </summary>
internal sealed class UndoLog
{
    private readonly Stack<Action> _steps = new();
    private readonly List<Func<EntityChange?>> _changes = [];

    /// <summary>Called with what a commit has made final.</summary>
    public Action<IReadOnlyList<EntityChange>> Committed { get; set; } = _ => { };

    /// <summary>Adds how to take back the step that was just done.</summary>
    public void Add(Action undo) => _steps.Push(undo);

    /// <summary>Adds what to say of a step once it is final; asked then, because a change may prove to be none.</summary>
    public void Note(Func<EntityChange?> change) => _changes.Add(change);

    /// <summary>What was done so far stays done.</summary>
    public void Commit()
    {
        _steps.Clear();
        var changes = _changes.Select(change => change()).OfType<EntityChange>().ToList();
        _changes.Clear();
        if (changes.Count > 0)
        {
            Committed(changes);
        }
    }

    /// <summary>Takes back what was done since the last commit, the last step first.</summary>
    public void Rollback()
    {
        _changes.Clear();
        while (_steps.TryPop(out var undo))
        {
            undo();
        }
    }
}
