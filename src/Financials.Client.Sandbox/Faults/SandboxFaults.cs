namespace Financials.Client.Sandbox;

/// <summary>The faults that are on. A request meets at most one: the first added that fits it. Thread-safe.</summary>
public sealed class SandboxFaults
{
    private readonly object _gate = new();
    private readonly List<ActiveFault> _active = [];

    internal SandboxFaults()
    {
    }

    /// <summary>The faults that are on, those that have met all their requests among them.</summary>
    public IReadOnlyList<ActiveFault> Active
    {
        get
        {
            lock (_gate)
            {
                return [.. _active];
            }
        }
    }

    /// <summary>Switches a fault on.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>What switches it off again when it is disposed, and counts the requests that met it.</returns>
    public ActiveFault Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            var active = new ActiveFault(fault, Remove);
            _active.Add(active);
            return active;
        }
    }

    /// <summary>Switches all faults off.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _active.Clear();
        }
    }

    /// <summary>The fault that a request meets; null for none.</summary>
    internal SandboxFault? Choose(string method, string path)
    {
        lock (_gate)
        {
            return _active.Find(active => active.Meets(method, path))?.Fault;
        }
    }

    private void Remove(ActiveFault active)
    {
        lock (_gate)
        {
            _active.Remove(active);
        }
    }
}
