using System.Net.Sockets;
using Financials.Client.Sandbox.Recording;
using Financials.Client.Sandbox.Routes;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Financials.Client.Sandbox.Faults;

/// <summary>One request on its way, and what can be done with it.</summary>
/// <param name="context">The request as the server has it.</param>
/// <param name="record">Where what becomes of it is recorded.</param>
/// <param name="execute">Executes it as the service does.</param>
/// <param name="time">The clock for waits.</param>
/// <param name="stopping">Set when the sandbox is stopped.</param>
internal sealed class FaultedCall(
    HttpContext context, RecordedCall record, Func<Task<ServiceAnswer>> execute, TimeProvider time, CancellationToken stopping)
{
    private const int Drop = 16;

    private Task<ServiceAnswer>? _proper;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Executes the request, once, and gives the service's own answer.</summary>
    public Task<ServiceAnswer> ProperAsync() => _proper ??= execute();

    /// <summary>Sends an answer. Where it has no body nothing is written: a server that is asked to write one to a 204 closes the connection.</summary>
    public Task AnswerAsync(ServiceAnswer answer)
    {
        Begin(answer);
        return answer.Body.IsEmpty ? Task.CompletedTask : context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).AsTask();
    }

    /// <summary>Sends the service's own answer as another type of content.</summary>
    public async Task AnswerAsAsync(string contentType)
    {
        var proper = await ProperAsync().ConfigureAwait(false);
        await AnswerAsync(proper.ContentType is null ? proper : proper with { ContentType = contentType }).ConfigureAwait(false);
    }

    public async Task AnswerLateAsync(TimeSpan delay)
    {
        var answer = await ProperAsync().ConfigureAwait(false);
        await WaitAsync(delay).ConfigureAwait(false);
        await AnswerAsync(answer).ConfigureAwait(false);
    }

    public async Task DripAsync(TimeSpan pause)
    {
        var answer = await ProperAsync().ConfigureAwait(false);
        Begin(answer);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        for (var sent = 0; sent < answer.Body.Length; sent += Drop)
        {
            await WaitAsync(pause).ConfigureAwait(false);
            await context.Response.Body.WriteAsync(answer.Body[sent..Math.Min(sent + Drop, answer.Body.Length)], context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the connection in an orderly way, but without an answer.</summary>
    public Task DropAsync()
    {
        // The client may look at the record as soon as it sees the end.
        record.Dropped();
        try
        {
            // By itself the server would reset the connection.
            context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client has closed the connection before.
        }

        return ResetAsync();
    }

    public Task ResetAsync()
    {
        record.Dropped();
        context.Abort();
        return Task.CompletedTask;
    }

    public async Task ResetInBodyAsync()
    {
        var answer = await ProperAsync().ConfigureAwait(false);
        if (answer.Body.IsEmpty)
        {
            await ResetAsync().ConfigureAwait(false);
            return;
        }

        Begin(answer);
        await context.Response.Body.WriteAsync(FaultAnswers.Half(answer).Body, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        await ResetAsync().ConfigureAwait(false);
    }

    private void Begin(ServiceAnswer answer)
    {
        record.Answered(answer.Status, answer.Shown);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Status == StatusCodes.Status204NoContent ? null : answer.Body.Length;
        context.Response.Headers["OData-Version"] = "4.0";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }
    }

    private async Task WaitAsync(TimeSpan delay)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(delay, time, ending.Token).ConfigureAwait(false);
    }
}
