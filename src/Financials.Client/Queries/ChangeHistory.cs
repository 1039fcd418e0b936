using System.Buffers.Binary;

namespace Financials.Client.Queries;

/// <summary>
/// What a watermark says: all changes before a moment have come, and these of the later ones. Immutable once it is in a watermark.
/// </summary>
/// <param name="from">In ticks. What changed earlier has come, and no more can be added there.</param>
/// <param name="set">The set that it is of; zero for any.</param>
/// <param name="seen">The states that have come of what changed at that moment or later, each with when it changed, in ticks.</param>
internal sealed class ChangeHistory(long from, ulong set, IReadOnlyDictionary<UInt128, long> seen)
{
    private const byte Version = 1;
    private const int HeadLength = 1 + 8 + 8;
    private const int SeenLength = 16 + 8;

    public static ChangeHistory None { get; } = new(0, 0, new Dictionary<UInt128, long>());

    public long From => from;

    public ulong Set => set;

    public IReadOnlyDictionary<UInt128, long> Seen => seen;

    public DateTimeOffset? Newest => seen.Count > 0 && seen.Values.Max() is > 0 and var newest ? new(newest, TimeSpan.Zero) : null;

    public static ChangeHistory At(DateTimeOffset moment) => new(moment.UtcTicks, 0, None.Seen);

    public static ChangeHistory? TryParse(string? text)
    {
        // A text that is too short holds no whole number of states, either.
        ReadOnlySpan<char> characters = text;
        var bytes = new byte[characters.Length];
        if (!Convert.TryFromBase64Chars(characters, bytes, out var length) || (length - HeadLength) % SeenLength != 0 || bytes[0] != Version)
        {
            return null;
        }

        var from = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1));
        var seen = new Dictionary<UInt128, long>();
        for (var at = HeadLength; at < length; at += SeenLength)
        {
            seen[BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(at))] = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at + 16));
        }

        return IsTime(from) && seen.Values.All(IsTime) ? new(from, BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(9)), seen) : null;
    }

    /// <summary>In one order, so that what is the same has one text.</summary>
    public override string ToString()
    {
        var bytes = new byte[HeadLength + (seen.Count * SeenLength)];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), from);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(9), set);
        var at = HeadLength;
        foreach (var (state, ticks) in seen.OrderBy(one => one.Value).ThenBy(one => one.Key))
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(at), state);
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(at + 16), ticks);
            at += SeenLength;
        }

        return Convert.ToBase64String(bytes);
    }

    private static bool IsTime(long ticks) => ticks is >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;
}
