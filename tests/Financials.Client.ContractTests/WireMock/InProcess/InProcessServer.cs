using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>
/// WireMock.Net in the process of the tests, on a free port of the loopback address. It matches the mappings and keeps their
/// scenarios. What it does otherwise than WireMock is done here: it does not read WireMock's format, it notes a request in its
/// journal only when it has responded, and it does not break connections.
/// </summary>
internal sealed class InProcessServer : IWireServer
{
    /// <summary>A busy machine takes its time to start a server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, WireMapping> _mappings = new();
    private readonly Journal _journal = new();
    private readonly WireMockServer _server;
    private int _added;

    public InProcessServer()
    {
        _server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = ["http://127.0.0.1:0"],
            StartTimeout = (int)Patience.TotalMilliseconds,
            AdditionalServiceRegistration = AddServices,
            PreWireMockMiddlewareInit = application => ((IApplicationBuilder)application).UseResponseCompression().Use(_journal.RecordAsync),
            MaxRequestLogCount = 0,

            // What a request says is taken as it came.
            QueryParameterMultipleValueSupport = QueryParameterMultipleValueSupport.Ampersand,
            AllowBodyForAllHttpMethods = true,
            DisableJsonBodyParsing = true,
            DisableRequestBodyDecompressing = true,
        });
        _server.Given(Request.Create().UsingAnyMethod()).AtPriority(int.MaxValue).RespondWith(new UnmatchedResponse(() => _mappings.Values));
    }

    public Uri Address => new(_server.Url!);

    public Task AddAsync(JsonNode mapping)
    {
        var added = new WireMapping(mapping);
        _mappings[added.Id] = added;

        // A lower number is a higher priority, and the newest mapping has the highest.
        var rule = _server.Given(added.Request.ToRequest()).WithGuid(added.Id).AtPriority(-Interlocked.Increment(ref _added));
        if (added.Scenario is { } scenario)
        {
            rule = rule.InScenario(scenario.Name).WillSetStateTo(scenario.NewState);
            rule = scenario.IsStart ? rule : rule.WhenStateIs(scenario.RequiredState);
        }

        rule.RespondWith(added.Response);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<JournalEntry>> JournalAsync(string path) => _journal.ReadAsync(path);

    public Task ForgetAsync(string test, string path)
    {
        foreach (var mapping in _mappings.Values.Where(mapping => mapping.Test == test))
        {
            _server.DeleteMapping(mapping.Id);
            _mappings.TryRemove(mapping.Id, out _);
        }

        _server.ResetScenario(test);
        _journal.Forget(path);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _server.Stop();
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>WireMock compresses by GZip whatever a client will take so.</summary>
    private static void AddServices(IServiceCollection services) => services.AddHttpContextAccessor().AddResponseCompression(options =>
    {
        options.Providers.Add<GzipCompressionProvider>();
        options.MimeTypes = ["*/*"];
    });
}
