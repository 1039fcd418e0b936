namespace Financials.Client.Tests.Fuzzing;

/// <summary>Choices that a seed decides, the same on every machine and every run (SplitMix64).</summary>
/// <param name="seed">The case.</param>
/// <param name="stream">
/// Which of the case's independent rows of choices: each response has its own, so that a client that sends one request more or
/// less still meets the same responses before it.
/// </param>
internal sealed class Chance(long seed, int stream = 0)
{
    private ulong _state = ((ulong)seed << 10) + (ulong)stream;

    /// <summary>From zero up to the limit, which is left out; zero where the limit is zero.</summary>
    public int Below(int limit) => limit == 0 ? 0 : (int)(Next() % (ulong)limit);

    public bool Percent(int percent) => Below(100) < percent;

    public T OneOf<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public Guid Id() => new(Bytes(16));

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; at++)
        {
            bytes[at] = (byte)Next();
        }

        return bytes;
    }

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
