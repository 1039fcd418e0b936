using System.Security.Cryptography;

namespace Financials.Client;

/// <summary>
/// The line numbers that one ledger, or one process without a ledger, chooses for its payments: multiples of 10,000, as the service
/// spaces them, and an offset of its own. So two that write to one journal do not choose the same numbers, and cannot take each other's
/// lines for their own. Thread-safe.
/// </summary>
public sealed class PaymentLineNumbers
{
    private const int Step = 10_000;
    private const int Offsets = Step - 1;

    /// <summary>How many numbers there are with one offset. When they are used up, those of the next offset follow.</summary>
    private const int PerOffset = (int.MaxValue / Step) - 1;

    private readonly object _gate = new();
    private long _next;

    /// <summary>The line numbers of an offset.</summary>
    /// <param name="offset">From 1 to 9,999. Choose one with <see cref="NewOffset"/>, and keep it with the ledger.</param>
    public PaymentLineNumbers(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Offsets);
        Offset = offset;
    }

    /// <summary>From 1 to 9,999: what is added to multiples of 10,000.</summary>
    public int Offset { get; }

    /// <summary>
    /// The last number that was given out or skipped; null before the first. A ledger that keeps it, and skips it when it begins again,
    /// gives out none of the numbers before it.
    /// </summary>
    public int? Last
    {
        get
        {
            lock (_gate)
            {
                return _next == 0 ? null : Number(_next - 1);
            }
        }
    }

    /// <summary>An offset for a new ledger, chosen at random.</summary>
    public static int NewOffset() => RandomNumberGenerator.GetInt32(1, Step);

    /// <summary>The offset that comes after this many others: different ones for as long as there are such.</summary>
    internal static int OffsetOf(int others) => (int)((uint)others % Offsets) + 1;

    /// <summary>Whether a number has this offset.</summary>
    internal bool HasOffsetOf(int lineNumber) => lineNumber % Step == Offset;

    /// <summary>Says that a number was given out in an earlier run.</summary>
    /// <param name="lineNumber">The number. One that is not of this ledger is ignored.</param>
    public void Skip(int lineNumber)
    {
        if (lineNumber % Step == 0 || lineNumber < Step)
        {
            return;
        }

        var round = ((lineNumber % Step) - Offset + Offsets) % Offsets;
        lock (_gate)
        {
            _next = Math.Max(_next, (((long)round * PerOffset) + (lineNumber / Step)));
        }
    }

    /// <summary>The next number.</summary>
    /// <param name="highest">The highest number that is known to be in the journal: the next one is above it, as long as there are such.</param>
    /// <param name="steps">How far to go on: 1, or more where numbers are found to be taken by lines that cannot be seen.</param>
    internal int Next(int highest, int steps)
    {
        lock (_gate)
        {
            var place = _next + steps - 1;
            var above = (highest / Step) + steps - 1;
            if (place < PerOffset && above > place)
            {
                place = Math.Min(above, PerOffset);
            }

            _next = place + 1;
            return Number(place);
        }
    }

    private int Number(long place) => (int)(((place % PerOffset) + 1) * Step) + (int)((Offset - 1 + (place / PerOffset)) % Offsets) + 1;
}
