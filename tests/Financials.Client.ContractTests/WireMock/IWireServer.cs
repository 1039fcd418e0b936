using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>The server of the tests, as far as they know it. Each lane has its own.</summary>
internal interface IWireServer : IAsyncDisposable
{
    /// <summary>Its address, which ends with a slash.</summary>
    Uri Address { get; }

    /// <summary>Adds a mapping, in WireMock's own format. Where several match a request, the newest of them responds.</summary>
    Task AddAsync(JsonNode mapping);

    /// <summary>The requests below a path, oldest first, with what became of them.</summary>
    Task<IReadOnlyList<JournalEntry>> JournalAsync(string path);

    /// <summary>Forgets the mappings of a test and the requests below its path.</summary>
    Task ForgetAsync(string test, string path);
}
