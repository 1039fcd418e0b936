namespace Financials.Client.Sandbox.Model;

/// <summary>
/// How to take back what was done since the last commit: a request that is refused half-way leaves nothing behind, except for
/// what the service commits on its way. Not thread-safe.
/// </summary>
internal sealed class UndoLog
{
    private readonly Stack<Action> _steps = new();

    /// <summary>Adds how to take back the step that was just done.</summary>
    public void Add(Action undo) => _steps.Push(undo);

    /// <summary>What was done so far stays done.</summary>
    public void Commit() => _steps.Clear();

    /// <summary>Takes back what was done since the last commit, the last step first.</summary>
    public void Rollback()
    {
        while (_steps.TryPop(out var undo))
        {
            undo();
        }
    }
}
