using Azure.Core;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>One call whose responses are mangled, and what is wrong with how it ended.</summary>
/// <param name="Seed">What decides everything in it.</param>
/// <param name="Operation">The call.</param>
/// <param name="Violations">What may not be, each in words that are the same for all cases of its kind.</param>
/// <param name="Transcript">What was sent and what came back.</param>
/// <param name="Failure">The exception that the call ended in; null where it ended in a result.</param>
internal sealed record FuzzCase(
    long Seed, FuzzOperation Operation, IReadOnlyList<string> Violations, IReadOnlyList<string> Transcript, Exception? Failure)
{
    /// <summary>In real time; all waits of a call are the scripted clock's.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public string Outcome => Failure?.GetType().Name ?? "result";

    /// <summary>Everything about the case, for whoever replays it.</summary>
    public string Report =>
        string.Join(Environment.NewLine, [Operation.Name, .. Transcript, .. Violations, Failure?.ToString() ?? "result"]);

    public static async Task<FuzzCase> RunAsync(long seed)
    {
        var chance = new Chance(seed);
        var operation = chance.OneOf(FuzzOperations.All);
        var loggers = new RecordingLoggers();
        using var service = new HostileService(seed);
        using var transport = new DecompressingTransport(service);
        using var client = new FinancialsClient(
            FinancialsService.Graph(),
            new ScriptedCredential(number => new(new AccessToken($"{Canaries.Token}.{number}", DateTimeOffset.MaxValue))),
            new FinancialsClientOptions
            {
                Transport = transport,
                TimeProvider = new ManualTime { SkipsDelays = true },
                LoggerFactory = loggers,
            });

        var (failure, violations) = await CallAsync(() => operation.RunAsync(client, chance));
        if (failure is null && service.Last is { IsErrorInDisguise: true })
        {
            violations = [.. violations, "succeeds although the service's own error came back"];
        }

        violations = [.. violations, .. service.Complaints.Distinct(), .. ViolationsOf(loggers)];
        return new(seed, operation, [.. violations], service.Transcript, failure);
    }

    private static async Task<(Exception? Failure, IEnumerable<string> Violations)> CallAsync(Func<Task<string?>> run)
    {
        // On the pool, as what the transport completes later is.
        var call = Task.Run(run);
        try
        {
            return await call.WaitAsync(Longest) is { } violation ? (null, [violation]) : (null, []);
        }
        catch (TimeoutException hanging) when (!call.IsCompleted)
        {
            return (hanging, ["does not end"]);
        }
        catch (FinancialsException failure)
        {
            return (failure, Leaks.Of(failure));
        }
        catch (Exception escaped)
        {
            return (escaped, [$"lets a {escaped.GetType().Name} escape{Leaks.PlaceOf(escaped)}"]);
        }
    }

    private static IEnumerable<string> ViolationsOf(RecordingLoggers loggers) => loggers.Entries
        .Select(entry => Canaries.In(entry.Text) is { } secret ? $"a log entry holds {secret}, event {entry.Id}"
            : Canaries.HasLineBreak(entry.Text) ? $"a log entry has a line break, event {entry.Id}"
            : null)
        .OfType<string>()
        .Distinct();
}
