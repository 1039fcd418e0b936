using Microsoft.Extensions.Options;

namespace WorkerService;

/// <summary>Looks into the inbox again and again.</summary>
internal sealed class InboxWorker(PaymentInbox inbox, IOptions<WorkerOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            await inbox.EmptyAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
