using Financials.Samples.Tests.ImportPayments.Support;
using ImportPayments.Output;
using Spectre.Console;

namespace Financials.Samples.Tests.ImportPayments.Output;

public sealed class PaceTests
{
    private readonly StepTime _time = new();

    [Test]
    public void Pace_RowsThatWereThere_DoNotCountForTheRate()
    {
        var pace = new Pace(100, _time);
        for (var row = 0; row < 60; row++)
        {
            pace.Advance(wasSent: row >= 40);
        }

        _time.Advance(TimeSpan.FromSeconds(10));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pace.Done, Is.EqualTo(60));
            Assert.That(pace.Rate, Is.EqualTo(2));
            Assert.That(pace.Left, Is.EqualTo(TimeSpan.FromSeconds(20)));
        }
    }

    [Test]
    public void Pace_BeforeTheFirstRow_DoesNotGuessTheTimeLeft()
    {
        var pace = new Pace(100, _time);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(pace.Left, Is.Null);
    }

    [Test]
    public async Task PlainProgress_LongImport_WritesALineEveryFiveSeconds()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var pace = new Pace(2000, _time);

        await new PlainProgress(output, _time).ShowAsync(pace, moved =>
        {
            for (var row = 0; row < 1200; row++)
            {
                _time.Advance(TimeSpan.FromMilliseconds(10));
                pace.Advance(wasSent: true);
                moved();
            }

            return Task.CompletedTask;
        });

        Assert.That(output.ToString(), Is.EqualTo("500 of 2,000 (25 %), 100 rows/s, 0:00:15 left\n1,000 of 2,000 (50 %), 100 rows/s, 0:00:10 left\n"));
    }

    [Test]
    public async Task TerminalProgress_Import_ShowsCountRateAndTimeLeft()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 120;
        var pace = new Pace(2000, _time);

        await new TerminalProgress(console).ShowAsync(pace, moved =>
        {
            for (var row = 0; row < 500; row++)
            {
                pace.Advance(wasSent: true);
            }

            _time.Advance(TimeSpan.FromSeconds(5));
            moved();
            return Task.CompletedTask;
        });

        Assert.That(output.ToString(), Does.Contain("25%").And.Contain("500 of 2,000").And.Contain("100 rows/s").And.Contain("0:00:15 left"));
    }
}
