using System.Text;
using Financials.Client.Sandbox.Storage;

namespace Financials.Client.Sandbox.Tests.Storage;

/// <summary>No change is left unsaved, and changes do not queue up behind a slow disk.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AutoSaveTests
{
    private readonly List<string> _saved = [];
    private string _data = "";

    [Test]
    public async Task Changes_BeforeTheEnd_AreAllSaved()
    {
        var save = new AutoSave(Snapshot, WriteAsync, TimeProvider.System);
        _data = "first";
        save.Changed();
        _data = "last";
        save.Changed();
        await save.DisposeAsync();

        Assert.That(_saved, Is.Not.Empty);
        Assert.That(_saved[^1], Is.EqualTo("last"));
    }

    [Test]
    public async Task Changes_WhileOneIsBeingSaved_AreSavedTogether()
    {
        var (started, disk) = (new TaskCompletionSource(), new TaskCompletionSource());
        var save = new AutoSave(Snapshot, async data =>
        {
            started.TrySetResult();
            await disk.Task;
            await WriteAsync(data);
        }, TimeProvider.System);
        _data = "first";
        save.Changed();
        await started.Task;
        for (var change = 1; change <= 100; change++)
        {
            _data = $"change {change}";
            save.Changed();
        }

        disk.SetResult();
        await save.DisposeAsync();

        Assert.That(_saved, Is.EqualTo(["first", "change 100"]));
    }

    [Test]
    public async Task Save_ThatIsSlow_IsFollowedByARest_WhichTheEndCutsShort()
    {
        var time = new RestClock();
        var save = new AutoSave(Snapshot, WriteAsync, time);
        _data = "first";
        save.Changed();
        await time.Resting;
        _data = "last";
        save.Changed();

        Assert.That(time.Rest, Is.EqualTo(TimeSpan.FromSeconds(4)));
        Assert.That(_saved, Is.EqualTo(["first"]));
        await save.DisposeAsync();
        Assert.That(_saved, Is.EqualTo(["first", "last"]));
    }

    [Test]
    public async Task NoChange_SavesNothing()
    {
        await new AutoSave(Snapshot, WriteAsync, TimeProvider.System).DisposeAsync();

        Assert.That(_saved, Is.Empty);
    }

    [Test]
    public async Task FailedSave_IsReportedByTheNextChangeAndAtTheEnd()
    {
        var failed = new TaskCompletionSource();
        var save = new AutoSave(Snapshot, _ =>
        {
            failed.SetResult();
            throw new IOException("The disk is full.");
        }, TimeProvider.System);
        save.Changed();
        await failed.Task;

        var atTheEnd = await Assert.ThrowsAsync<IOException>(async () => await save.DisposeAsync());
        var next = Assert.Throws<IOException>(save.Changed);

        Assert.That(atTheEnd!.Message, Is.EqualTo("The disk is full."));
        Assert.That(next!.InnerException, Is.SameAs(atTheEnd));
    }

    private ReadOnlyMemory<byte> Snapshot() => Encoding.UTF8.GetBytes(_data);

    private Task WriteAsync(ReadOnlyMemory<byte> data)
    {
        _saved.Add(Encoding.UTF8.GetString(data.Span));
        return Task.CompletedTask;
    }
}
