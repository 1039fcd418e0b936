using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>
/// A model of the service in memory: sets of records with unique keys, and faults on the way to it and back, as a test says.
/// </summary>
internal sealed class ModelServer : HttpMessageHandler
{
    /// <summary>In requests.</summary>
    private const int LongestCall = 60;

    private readonly object _gate = new();
    private readonly ModelData _data = new();
    private readonly Dictionary<string, Queue<ModelFault>> _scripts = [];
    private readonly List<(int Due, Action Execute)> _late = [];
    private readonly List<RecordedRequest> _requests = [];
    private int _quietAt;

    /// <summary>The clock, which jumps over every wait.</summary>
    public ManualTime Time { get; } = new() { SkipsDelays = true };

    /// <summary>Chooses the fault of a request for which no script is left.</summary>
    public Func<RecordedRequest, ModelFault> Chooser { get; set; } = _ => ModelFault.None;

    /// <summary>Whether look-ups are answered with all there is.</summary>
    public bool IgnoresFilters
    {
        get => _data.IgnoresFilters;
        set => _data.IgnoresFilters = value;
    }

    /// <summary>How many payments its clients create in one request.</summary>
    public int MaxBatchSize { get; init; } = new ResilienceOptions().MaxBatchSize;

    /// <inheritdoc cref="ModelData.TakesBatches"/>
    public bool TakesBatches
    {
        get => _data.TakesBatches;
        set => _data.TakesBatches = value;
    }

    /// <inheritdoc cref="ModelData.Refuses"/>
    public Func<System.Text.Json.Nodes.JsonObject, bool> Refuses
    {
        get => _data.Refuses;
        set => _data.Refuses = value;
    }

    /// <summary>Called with each request before anything is done with it.</summary>
    public Action<RecordedRequest> Arriving { get; set; } = _ => { };

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The methods of all requests, in order: <c>POST GET POST</c>.</summary>
    public string Methods => string.Join(' ', Requests.Select(request => request.Method));

    public int Sent(string method) => Requests.Count(request => request.Method == method);

    /// <summary>Says what goes wrong with the next requests of a method, one after the other.</summary>
    public ModelServer Script(string method, params ModelFault[] faults)
    {
        lock (_gate)
        {
            _scripts[method] = new(faults);
            return this;
        }
    }

    /// <summary>The records of a set, by its path below the company.</summary>
    public ModelTable this[string set]
    {
        get
        {
            lock (_gate)
            {
                return _data.Table(set);
            }
        }
    }

    public int CountOf(string set)
    {
        lock (_gate)
        {
            return _data.Table(set).Rows.Count;
        }
    }

    /// <summary>Creates a record, as another process or a person does.</summary>
    public void Insert(string set, System.Text.Json.Nodes.JsonObject record)
    {
        lock (_gate)
        {
            _data.Table(set).Insert(record);
        }
    }

    /// <summary>Forgets old records that nothing asks for any more, so that thousands of them do not slow the model down.</summary>
    public void Prune(params string[] sets)
    {
        lock (_gate)
        {
            foreach (var set in sets.Where(set => !set.EndsWith("customerPayments", StringComparison.Ordinal)))
            {
                _data.Table(set).Prune();
            }
        }
    }

    /// <summary>Executes what is still running.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            ExecuteLate(int.MaxValue);
        }
    }

    /// <summary>Forgets the requests, so that thousands of them do not pile up.</summary>
    public void ForgetRequests()
    {
        lock (_gate)
        {
            ExecuteLate(int.MaxValue);
            _requests.Clear();
            _quietAt = 0;
        }
    }

    /// <summary>
    /// Posts a journal, as somebody in the service's own user interface does. Not while a request is still running whose response was given
    /// up, or soon after: between the proof that it was not executed and its retry nobody may post, which is a condition of what is guaranteed.
    /// </summary>
    /// <returns>Whether it was posted.</returns>
    /// <param name="set">The journal's payments.</param>
    /// <param name="documentNumbers">The number that a line's document gets, where the journal has a series for that.</param>
    public bool Post(string set, Func<string?, string?>? documentNumbers = null)
    {
        lock (_gate)
        {
            if (_late.Count > 0 || _requests.Count < _quietAt)
            {
                return false;
            }

            _data.Post(set, documentNumbers ?? (number => number));
            return true;
        }
    }

    /// <summary>A client of Business Central's API v2.0. What a process remembers, it remembers by its client.</summary>
    /// <param name="way">What stands between it and the service; null for nothing.</param>
    public FinancialsClient Client(HttpMessageHandler? way = null) =>
        Of(FinancialsService.BusinessCentral(new Uri("https://service.example/api/v2.0"), "https://service.example/.default"), way);

    /// <summary>A client of the documented surface, which shows no posted entries.</summary>
    public FinancialsClient DocumentedClient() =>
        Of(FinancialsService.Documented(new Uri("https://service.example/beta/financials"), "https://service.example/.default"));

    private FinancialsClientOptions Options(HttpMessageHandler? way)
    {
        var options = new FinancialsClientOptions { Transport = way ?? this, TimeProvider = Time };
        options.Resilience.MaxBatchSize = MaxBatchSize;
        return options;
    }

    private FinancialsClient Of(FinancialsService service, HttpMessageHandler? way = null) => new(
        service, new StaticTokenCredential("token"), Options(way));

    /// <summary>Answers a request as the service itself would, without faults.</summary>
    public HttpResponseMessage Execute(RecordedRequest request)
    {
        lock (_gate)
        {
            return _data.Answer(request);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = new RecordedRequest(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.NonValidated.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        Arriving(recorded);
        ModelFault fault;
        HttpResponseMessage proper;
        lock (_gate)
        {
            _requests.Add(recorded);
            ExecuteLate(_requests.Count);
            fault = _scripts.TryGetValue(recorded.Method, out var script) && script.TryDequeue(out var next) ? next : Chooser(recorded);
            if (fault.Execution is ModelExecution.Twice)
            {
                _data.Answer(recorded);
            }

            proper = fault.Execution is ModelExecution.Now or ModelExecution.Twice ? _data.Answer(recorded) : new(HttpStatusCode.OK);
            if (fault.Execution is ModelExecution.Late)
            {
                _late.Add((_requests.Count + fault.Requests + 1, () => _data.Answer(recorded)));
            }
        }

        return await fault.Answer(proper, Time, cancellationToken);
    }

    private void ExecuteLate(int count)
    {
        foreach (var due in _late.Where(late => late.Due <= count).ToList())
        {
            _late.Remove(due);
            due.Execute();
            _quietAt = _requests.Count + LongestCall;
        }
    }
}
