using Microsoft.Extensions.Options;

namespace WorkerService;

/// <summary>Looks into the inbox again and again.</summary>
internal sealed partial class InboxWorker(
    PaymentInbox inbox, IOptions<WorkerOptions> options, TimeProvider time, ILogger<InboxWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogBegun(options.Value.Inbox, options.Value.Interval);
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            await inbox.EmptyAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Looking into {Inbox} every {Interval}")]
    private partial void LogBegun(string inbox, TimeSpan interval);
}
