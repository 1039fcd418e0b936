using System.Text;
using Financials.Client.Sandbox.Batches;
using Financials.Client.Sandbox.Faults;
using Financials.Client.Sandbox.Limits;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Page;
using Financials.Client.Sandbox.Recording;
using Financials.Client.Sandbox.Routes;
using Financials.Client.Sandbox.Surfaces;
using Financials.Client.Sandbox.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Hosting;

/// <summary>Serves the store over HTTP on loopback.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly LoopbackServer _http;
    private readonly Store _store;
    private readonly Recorder _recorder;
    private readonly SandboxFaults _faults;
    private readonly SandboxOptions _options;
    private readonly SandboxCredential _credential;
    private readonly SubscriptionList _webhooks;
    private readonly LoadLimiter? _limiter;
    private readonly LoadLimiter? _documentedLimiter;

    /// <param name="http">The web server, which ends with this one.</param>
    /// <param name="store">What the service knows.</param>
    /// <param name="recorder">Where requests are recorded.</param>
    /// <param name="faults">The faults that are on.</param>
    /// <param name="options">How the sandbox works.</param>
    /// <param name="credential">What gives the tokens that requests have to carry.</param>
    public SandboxServer(
        LoopbackServer http, Store store, Recorder recorder, SandboxFaults faults, SandboxOptions options, SandboxCredential credential)
    {
        (_http, _store, _recorder, _faults, _options, _credential) = (http, store, recorder, faults, options, credential);

        _webhooks = new(store, options.TimeProvider, options.NotificationDelay);
        _limiter = options.Limits is { } limits ? new(limits, options.TimeProvider) : null;
        _documentedLimiter = options.DocumentedLimits is { } documented ? new(documented, options.TimeProvider) : null;
    }

    /// <summary>The address of a surface; known once the server has been started.</summary>
    public Uri Address(Surface surface) => new(Origin + surface.Root);

    private string Origin => field ??= _http.Origin;

    /// <param name="page">The page for people.</param>
    /// <param name="ready">Ends when the data is there; requests that come before it wait for it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task StartAsync(Lazy<SandboxPage> page, Task ready, CancellationToken cancellationToken) => _http.StartAsync(
        async context =>
        {
            await ready.ConfigureAwait(false);
            await (SandboxPage.Serves(context) ? page.Value.HandleAsync(context) : ServeAsync(context)).ConfigureAwait(false);
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _http.DisposeAsync().ConfigureAwait(false);
        await _webhooks.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ServeAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var rest = PathString.Empty;
        var surface = Surface.All.FirstOrDefault(surface => context.Request.Path.StartsWithSegments(surface.Root, out rest));
        var path = surface is null ? null : rest.Value ?? "";
        var request = new ServiceRequest(
            context.Request.Method, path ?? "", context.Request.Query, context.Request.Headers, body.GetBuffer().AsMemory(0, (int)body.Length));
        var record = _recorder.Begin(Recorded(context.Request, path, request.Body));
        var call = new FaultedCall(context, record, () => ExecuteAsync(request, surface ?? Surface.Documented, context.RequestAborted), _options.TimeProvider, _http.Stopping);
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _http.Stopping);
            await AdmitAsync(call, surface, () => HandleAsync(call, request, record), ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || _http.Stopping.IsCancellationRequested)
        {
            // The client has gone, or the sandbox is being stopped: nobody waits for the answer.
            await call.ResetAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Handles a call as soon as there is a place for it, or refuses it.</summary>
    private async Task AdmitAsync(FaultedCall call, Surface? surface, Func<Task> handle, CancellationToken cancellationToken)
    {
        var (limits, limiter) = surface is null || surface == Surface.Documented ? (_options.DocumentedLimits, _documentedLimiter) : (_options.Limits, _limiter);
        if (limiter is null)
        {
            await handle().ConfigureAwait(false);
            return;
        }

        var entry = await limiter.EnterAsync(cancellationToken).ConfigureAwait(false);
        if (entry != Entry.Granted)
        {
            await call.AnswerAsync(LimitAnswers.Of(entry, limits!)).ConfigureAwait(false);
            return;
        }

        try
        {
            if (limits!.ProcessingTime > TimeSpan.Zero)
            {
                await Task.Delay(limits.ProcessingTime, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            await handle().ConfigureAwait(false);
        }
        finally
        {
            limiter.Leave();
        }
    }

    private async Task HandleAsync(FaultedCall call, ServiceRequest request, RecordedCall record)
    {
        if (_faults.Choose(request.Method, request.Path) is not { } fault)
        {
            await call.AnswerAsync(await call.ProperAsync().ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        record.Met(fault.Name);
        await fault.ApplyAsync(call).ConfigureAwait(false);
    }

    private async Task<ServiceAnswer> ExecuteAsync(ServiceRequest request, Surface surface, CancellationToken cancellationToken)
    {
        var correlationId = Guid.TryParse(request.Headers["client-request-id"], out var id) ? id : Guid.NewGuid();
        if (!_credential.Accepts(request.Headers.Authorization))
        {
            return FaultAnswers.TokenRefused(claims: null);
        }

        if (surface == Surface.BusinessCentral && SubscriptionRoutes.Serves(request))
        {
            return await new SubscriptionRoutes(_webhooks, Address(surface), _options.StaleStatus).AnswerAsync(request, correlationId, cancellationToken).ConfigureAwait(false);
        }

        lock (_store.Gate)
        {
            var runner = new RequestRunner(_store, new ServiceRoutes(_store, surface, Address(surface), _options), _options.DuplicateStatus);
            return surface.TakesBatches && request.Path == Batch.Path
                ? new Batch(_store, surface, Address(surface), runner).Answer(request, correlationId)
                : runner.Run(request, correlationId);
        }
    }

    private SandboxRequest Recorded(HttpRequest request, string? path, ReadOnlyMemory<byte> body) => new()
    {
        Time = _store.Now,
        Method = request.Method,
        Path = (path ?? request.Path.Value) + Uri.UnescapeDataString((request.QueryString.Value ?? "").Replace('+', ' ')),
        Headers = request.Headers.ToDictionary(
            header => header.Key,
            header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? header.Value.ToString().Split(' ')[0] : header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase),
        Body = Encoding.UTF8.GetString(body.Span),
    };
}
