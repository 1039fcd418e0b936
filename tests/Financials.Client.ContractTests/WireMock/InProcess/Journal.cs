using Microsoft.AspNetCore.Http;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>The requests in the order in which they came, those too whose response is still to come.</summary>
internal sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly List<Arrival> _arrivals = [];

    /// <summary>Notes a request, and lets the server respond to it.</summary>
    public async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var receivedAt = DateTimeOffset.UtcNow;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var arrival = new Arrival(context.Request, body.ToArray(), receivedAt);
        lock (_lock)
        {
            _arrivals.Add(arrival);
        }

        body.Position = 0;
        context.Request.Body = body;
        context.Features.Set(arrival);
        try
        {
            await next(context);
        }
        finally
        {
            arrival.MatchedNothing(" The server failed.");
        }
    }

    /// <summary>The requests below a path, each as soon as it is known what became of it.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(string path)
    {
        Task<JournalEntry>[] entries;
        lock (_lock)
        {
            entries = [.. _arrivals.Where(arrival => arrival.IsBelow(path)).Select(arrival => arrival.Entry)];
        }

        return await Task.WhenAll(entries);
    }

    public void Forget(string path)
    {
        lock (_lock)
        {
            _arrivals.RemoveAll(arrival => arrival.IsBelow(path));
        }
    }
}
