using System.Runtime.InteropServices;

namespace ImportPayments.Import;

/// <summary>The user's wish to stop: the first time after the payments under way, the second time at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _soon = new();
    private readonly CancellationTokenSource _now = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Whether no further payment is to be begun.</summary>
    public bool IsRequested => _soon.IsCancellationRequested;

    /// <summary>Ends what is under way.</summary>
    public CancellationToken Now => _now.Token;

    /// <summary>Asks to stop; asked again, to stop at once.</summary>
    public void Request()
    {
        if (IsRequested)
        {
            _now.Cancel();
        }

        _soon.Cancel();
    }

    /// <summary>Takes Ctrl+C, and what a process is sent when its machine shuts down, for such a wish.</summary>
    /// <param name="requested">Called each time, after the wish is known.</param>
    public void ListenToSignals(Action requested)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Request();
                requested();
            }));
        }
    }

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _soon.Dispose();
        _now.Dispose();
    }
}
