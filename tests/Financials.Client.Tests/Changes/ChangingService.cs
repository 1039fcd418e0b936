using System.Globalization;
using System.Text.Json.Nodes;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Changes;

/// <summary>
/// Customers that change, by a clock of the test's. A change is made and can be seen at two moments; the next link of a page says how
/// many customers to leave out, whichever these are then; and times are stored more coarsely than they are shown.
/// </summary>
internal sealed class ChangingService : HttpMessageHandler
{
    private const long Coarse = TimeSpan.TicksPerSecond / 300;

    private readonly List<(Guid Id, long At, DateTimeOffset Until)> _transactions = [];
    private readonly FinancialsClient _client;
    private int _customers;
    private int _versions;

    public ChangingService() => _client = new(
        TestClients.Service, new StaticTokenCredential("token"), new FinancialsClientOptions { Transport = this, TimeProvider = Time });

    public ManualTime Time { get; } = new();

    /// <summary>What can be seen: when each customer was changed, as it is stored, and its version.</summary>
    public Dictionary<Guid, (long At, int Version)> Rows { get; } = [];

    /// <summary>The customers that a transaction is changing.</summary>
    public IEnumerable<Guid> Locked => _transactions.Select(transaction => transaction.Id);

    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>Where a request asks for no size, or sizes are ignored.</summary>
    public int PageSize { get; init; } = 20_000;

    public bool IgnoresPageSizes { get; init; }

    /// <summary>Whether times are stored to a three-hundredth of a second.</summary>
    public bool IsCoarse { get; init; }

    /// <summary>Called before each request is answered.</summary>
    public Action Arriving { get; set; } = () => { };

    public CompanyClient Company => _client.Company();

    public CustomersClient Customers => Company.Customers;

    /// <summary>Changes a customer; null for a new one.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="lasts">For how long the change cannot be seen.</param>
    public Guid Change(Guid? id = null, TimeSpan lasts = default)
    {
        var changed = id ?? new Guid(++_customers, 0, 0, new byte[8]);
        var now = Time.GetUtcNow();
        _transactions.Add((changed, Stored(now), now + lasts));
        End();
        return changed;
    }

    /// <summary>Lets time pass. Transactions end when their time has come.</summary>
    public void Wait(TimeSpan time)
    {
        Time.Advance(time);
        End();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        Arriving();
        var recorded = new RecordedRequest(
            request.Method.Method, request.RequestUri!, request.Headers.NonValidated.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), "");
        Requests.Add(recorded);
        var options = SentQuery.OptionsOf(recorded);
        Assert.That(options["$orderby"], Is.EqualTo("lastModifiedDateTime"));
        var from = options.TryGetValue("$filter", out var filter) ? Ticks(filter) : 0;
        var skip = options.TryGetValue("$skip", out var left) ? int.Parse(left, CultureInfo.InvariantCulture) : 0;
        var size = !IgnoresPageSizes && recorded.Headers.TryGetValue("Prefer", out var asked) ? int.Parse(asked.Split('=')[1], CultureInfo.InvariantCulture) : PageSize;
        var rows = Rows.Where(row => row.Value.At >= from).OrderBy(row => row.Value.At).ThenBy(row => row.Key).Skip(skip).ToList();
        var page = new JsonObject { ["value"] = new JsonArray([.. rows.Take(size).Select(row => Shown(row.Key, row.Value.At, row.Value.Version))]) };
        if (rows.Count > size)
        {
            page["@odata.nextLink"] = $"{recorded.Target.AbsoluteUri.Split("&$skip")[0]}&$skip={skip + size}";
        }

        return ScriptedTransport.Json(page.ToJsonString());
    }

    private static long Ticks(string filter)
    {
        Assert.That(filter, Does.StartWith("lastModifiedDateTime ge "));
        return DateTimeOffset.Parse(filter["lastModifiedDateTime ge ".Length..], CultureInfo.InvariantCulture).UtcTicks;
    }

    /// <summary>Times are shown to the millisecond, rounded.</summary>
    private static JsonObject Shown(Guid id, long at, int version) => new()
    {
        ["@odata.etag"] = $"W/\"{version}\"",
        ["id"] = id.ToString(),
        ["displayName"] = version.ToString(CultureInfo.InvariantCulture),
        ["lastModifiedDateTime"] = new DateTimeOffset((at + (TimeSpan.TicksPerMillisecond / 2)) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    private long Stored(DateTimeOffset now) => IsCoarse
        ? now.UtcTicks / Coarse * Coarse
        : now.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond;

    private void End()
    {
        foreach (var ended in _transactions.Where(transaction => transaction.Until <= Time.GetUtcNow()).ToList())
        {
            _transactions.Remove(ended);
            Rows[ended.Id] = (ended.At, ++_versions);
        }
    }
}
