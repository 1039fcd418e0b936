using System.Diagnostics.CodeAnalysis;

namespace Financials.Client.Operations;

/// <summary>The time of one attempt: a token that is cancelled when it is over, or when the caller gives up.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It is disposable; the rule does not see that of a structure.")]
internal readonly struct AttemptTimer : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;

    public AttemptTimer(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
    {
        _source = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time);
        _caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _caller.Dispose();
        _source.Dispose();
    }
}
