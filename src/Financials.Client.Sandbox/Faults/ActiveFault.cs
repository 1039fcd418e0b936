using System.IO.Enumeration;

namespace Financials.Client.Sandbox;

/// <summary>A fault that has been switched on. Disposing it switches it off.</summary>
public sealed class ActiveFault : IDisposable
{
    private readonly Action<ActiveFault> _remove;
    private readonly Random _random;

    internal ActiveFault(SandboxFault fault, Action<ActiveFault> remove)
    {
        Fault = fault;
        _remove = remove;
        _random = new Random(fault.ProbabilitySeed);
    }

    /// <summary>The fault.</summary>
    public SandboxFault Fault { get; }

    /// <summary>How many requests have met it.</summary>
    public int Hits { get; private set; }

    /// <summary>Switches the fault off.</summary>
    public void Dispose() => _remove(this);

    /// <summary>Whether a request meets the fault. Not thread-safe.</summary>
    internal bool Meets(string method, string path)
    {
        var meets = Hits < (Fault.MostTimes ?? int.MaxValue)
            && (Fault.Method?.Equals(method, StringComparison.OrdinalIgnoreCase) ?? true)
            && (Fault.PathPattern is null || FileSystemName.MatchesSimpleExpression(Fault.PathPattern, path))
            && (Fault.Probability is not { } probability || _random.NextDouble() < probability);
        Hits += meets ? 1 : 0;
        return meets;
    }
}
