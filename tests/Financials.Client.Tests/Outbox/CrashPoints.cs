namespace Financials.Client.Tests.Outbox;

/// <summary>Throws at one of the points that a batch passes.</summary>
internal sealed class CrashPoints(int crashAt)
{
    private int _passed;

    /// <summary>Where it crashed; null while it has not.</summary>
    public string? Where { get; private set; }

    /// <summary>Whether this is the point to crash at.</summary>
    public bool IsNow(string where)
    {
        if (_passed++ != crashAt)
        {
            return false;
        }

        Where = where;
        return true;
    }

    public void Pass(string where)
    {
        if (IsNow(where))
        {
            throw new CrashException(where);
        }
    }
}
