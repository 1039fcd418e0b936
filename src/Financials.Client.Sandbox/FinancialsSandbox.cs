using Azure.Core;
using Financials.Client.Sandbox.Hosting;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Page;
using Financials.Client.Sandbox.Recording;
using Financials.Client.Sandbox.Storage;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox;

/// <summary>
/// Dynamics 365 for Financials in memory, served on this machine only: with companies to work in, the service's rules, the
/// requests it received, and faults on demand. Thread-safe; many can run beside each other.
/// </summary>
public sealed class FinancialsSandbox : IAsyncDisposable
{
    /// <summary>The scope that tokens for the sandbox are requested for.</summary>
    public const string Scope = "https://sandbox.example/.default";

    private readonly Store _store;
    private readonly Recorder _recorder;
    private readonly SandboxCredential _credential;
    private DataFile? _file;
    private SandboxServer? _server;
    private AutoSave? _saving;
    private Task _filling = Task.CompletedTask;

    private FinancialsSandbox(SandboxOptions options)
    {
        Token = options.Token ?? Guid.NewGuid().ToString("N");
        _credential = new SandboxCredential(Token, options.TimeProvider);
        _store = new Store(options.TimeProvider, options.Seed) { Frozen = options.TimeProvider.GetUtcNow() };
        _recorder = new Recorder(options.MaxRecordedRequests);
    }

    /// <summary>The address to point a client at: <c>http://127.0.0.1:…/financials</c>.</summary>
    public Uri BaseAddress => _server!.Address(Surface.Documented);

    /// <summary>
    /// The address where the same data is served as Business Central's API v2.0 serves it:
    /// <c>http://127.0.0.1:…/v2.0/{tenant}/{environment}/api/v2.0</c>.
    /// </summary>
    public Uri BusinessCentralAddress => _server!.Address(Surface.BusinessCentral);

    /// <summary>The sandbox as a service to make a client for.</summary>
    public FinancialsService Service => FinancialsService.Documented(BaseAddress, Scope);

    /// <summary>The sandbox as Business Central's API v2.0, to make a client for.</summary>
    public FinancialsService BusinessCentralService => FinancialsService.BusinessCentral(BusinessCentralAddress, Scope);

    /// <summary>The bearer token that requests have to carry.</summary>
    public string Token { get; }

    /// <summary>A credential for the sandbox: it gives tokens that are renewed every hour, and after a refusal.</summary>
    public TokenCredential Credential => _credential;

    /// <summary>The companies.</summary>
    public IReadOnlyList<SandboxCompany> Companies
    {
        get
        {
            // The data is being made while the server starts, which takes no longer than that.
            _filling.GetAwaiter().GetResult();
            return field;
        }

        private set;
    } = [];

    /// <summary>The first company.</summary>
    public SandboxCompany Company => Companies[0];

    /// <summary>What goes wrong. Nothing, until a fault is added.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>The requests received so far, the oldest first, without those of the web page. A snapshot.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _recorder.All();

    /// <summary>Starts a sandbox. Dispose it to stop it.</summary>
    /// <param name="options">How it works. Default: null, for <see cref="SandboxOptions"/> as they are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">An option cannot work.</exception>
    /// <exception cref="IOException">The port is taken, or the data file cannot be used.</exception>
    /// <exception cref="InvalidDataException">The data file is not a whole data file of a sandbox.</exception>
    public static async Task<FinancialsSandbox> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Validate();

        // A first start takes as long as its code takes to be compiled, so what can begins side by side: the web server here, and the
        // data, which is waited for by who asks for it. Only a file can be wrong, so only that is waited for here.
        var making = Task.Run(() => Filling(options), CancellationToken.None);
        var http = new LoopbackServer(options.Port);
        var sandbox = await making.ConfigureAwait(false);
        try
        {
            sandbox._server = new SandboxServer(http, sandbox._store, sandbox._recorder, sandbox.Faults, options, sandbox._credential);

            // Few sandboxes are ever looked at, and what nobody looks at takes no time to make.
            var page = new Lazy<SandboxPage>(() => new(new PageContent(sandbox, sandbox._store)));
            var starting = sandbox._server.StartAsync(page, sandbox._filling, cancellationToken);
            await Task.WhenAll(starting, options.DataFile is null ? Task.CompletedTask : sandbox._filling).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A client of the sandbox. Whoever asks for it disposes it.</summary>
    /// <param name="options">How the client works. Default: null, for the client's own defaults.</param>
    public FinancialsClient CreateClient(FinancialsClientOptions? options = null) => new(Service, Credential, options ?? new());

    /// <summary>A client of the sandbox as Business Central's API v2.0. Whoever asks for it disposes it.</summary>
    /// <param name="options">How the client works. Default: null, for the client's own defaults.</param>
    public FinancialsClient CreateBusinessCentralClient(FinancialsClientOptions? options = null) => new(BusinessCentralService, Credential, options ?? new());

    /// <summary>Forgets the requests received so far.</summary>
    public void ClearRequests() => _recorder.Clear();

    /// <summary>What was answered to a request, as text; null where it is not known, or not any more.</summary>
    internal string? ResponseTo(long number) => _recorder.ResponseTo(number);

    /// <summary>Stops the sandbox and saves its data. To do it again makes no difference.</summary>
    /// <exception cref="IOException">The data could not be saved.</exception>
    public async ValueTask DisposeAsync()
    {
        await _filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }

        try
        {
            (var saving, _saving) = (_saving, null);
            if (saving is not null)
            {
                await saving.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _file?.Dispose();
        }
    }

    /// <summary>A sandbox whose data is being made.</summary>
    private static FinancialsSandbox Filling(SandboxOptions options)
    {
        var sandbox = new FinancialsSandbox(options);
        sandbox._filling = Task.Run(() => sandbox.Fill(options.DataFile, options.SampleData));
        return sandbox;
    }

    private void Fill(string? path, bool sampleData)
    {
        _file = path is null ? null : new DataFile(path);
        if (_file?.Read() is { } saved)
        {
            try
            {
                StoreFile.Read(saved, _store);
            }
            catch (InvalidDataException wrong)
            {
                throw _file.Damaged(wrong);
            }
        }
        else
        {
            SampleData.Companies.AddTo(_store, sampleData);
        }

        _store.Frozen = null;
        Companies = [.. _store.Companies.Select(company => new SandboxCompany(_store, company))];
        if (_file is not null)
        {
            // The disk's pace is a matter of real time, whatever clock the service is given.
            _saving = new AutoSave(Snapshot, _file.WriteAsync, TimeProvider.System);
            _store.Changed = _saving.Changed;
            _saving.Changed();
        }
    }

    private ReadOnlyMemory<byte> Snapshot()
    {
        lock (_store.Gate)
        {
            return StoreFile.Write(_store);
        }
    }
}
