using Financials.Client.Tests.Fuzzing;
using Financials.Client.Transport;

namespace Financials.Client.Tests.Transport;

/// <summary>A body comes whole into memory, in however many pieces and whatever its announced length, up to its limit.</summary>
[CancelAfter(20_000)]
public class PooledBodyTests
{
    private const int NoLimit = int.MaxValue;

    /// <summary>In bytes: what is rented at first, where no length is announced, and at most.</summary>
    private const int FirstRent = 16 * 1024;
    private const int LongestFirstRent = 1024 * 1024;

    [Test]
    public async Task Body_OfAnyLength_ComesWhole(
        [Values(0, 1, FirstRent - 1, FirstRent, FirstRent + 1, LongestFirstRent - 1, LongestFirstRent, LongestFirstRent + 1, 3 * LongestFirstRent)] int length,
        [Values] bool isAnnounced,
        CancellationToken guard)
    {
        var bytes = Bytes(length);
        using var content = Content(bytes, isAnnounced);

        using var body = await PooledBody.ReadAsync(content, NoLimit, cutsOff: false, guard);

        Assert.That(body.AllBytes.SequenceEqual(bytes), Is.True);
    }

    [TestCase(99, 99)]
    [TestCase(100, 100)]
    [TestCase(101, null)]
    public async Task Body_AtItsLimit_IsReadOrTooLong(int length, int? read, CancellationToken guard)
    {
        using var content = Content(Bytes(length), isAnnounced: false);

        if (read is null)
        {
            await Assert.ThrowsAsync<ResponseTooLongException>(() => PooledBody.ReadAsync(content, 100, cutsOff: false, guard).AsTask());
            return;
        }

        using var body = await PooledBody.ReadAsync(content, 100, cutsOff: false, guard);
        Assert.That(body.AllBytes.Length, Is.EqualTo(read));
    }

    [Test]
    public async Task Body_OfAnErrorOverItsLimit_IsCutOffThere(CancellationToken guard)
    {
        var bytes = Bytes(101);
        using var content = Content(bytes, isAnnounced: false);

        using var body = await PooledBody.ReadAsync(content, 100, cutsOff: true, guard);

        Assert.That(body.AllBytes.SequenceEqual(bytes.AsSpan(0, 100)), Is.True);
    }

    [Test]
    public void Empty_DisposedOf_GivesNothingBack()
    {
        var body = PooledBody.Empty;

        Assert.That(body.AllBytes.Length, Is.Zero);
        Assert.DoesNotThrow(body.Dispose);
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static StreamContent Content(byte[] bytes, bool isAnnounced)
    {
        var content = new StreamContent(new PieceStream(bytes, piece: 10_000, breaksOff: false));
        content.Headers.ContentLength = isAnnounced ? bytes.Length : null;
        return content;
    }
}
