using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Page;

namespace Financials.Client.Sandbox.Tests.Page;

/// <summary>Content for the page: one company, one request, two faults.</summary>
internal sealed class PageStub : IPageContent
{
    public static readonly Guid CompanyId = new("bb6d48b6-c7b2-4a38-9a93-ad5506407f12");

    public HashSet<string> FaultsOn { get; } = [];

    public Uri BaseAddress { get; } = new("http://127.0.0.1:5005/financials");

    public Uri BusinessCentralAddress { get; } = new("http://127.0.0.1:5005/v2.0/tenant/sandbox/api/v2.0");

    public string Token => "the-token";

    public IReadOnlyList<PageCompany> Companies => [new(CompanyId, "CRONUS & <Sons>", 1, 2)];

    public IReadOnlyList<FaultSwitch> Faults => [Switch("reset"), Switch("html")];

    public IReadOnlyList<PageRequest> LastRequests(int most) =>
        [new(7, new DateTimeOffset(2026, 11, 21, 2, 4, 5, TimeSpan.Zero), "POST", "/companies", """{"a":1}""", null, true, "Reset")];

    public PageCompanyContent? Content(Guid companyId, int most) => companyId == CompanyId
        ? new(new Dictionary<string, PageSet>
        {
            ["customers"] = new([new JsonObject { ["number"] = "10000" }], 1), ["payments"] = new([new JsonObject { ["lineNumber"] = 20000 }], 20_000), ["journals"] = new([], 0),
        })
        : null;

    public string? ResponseTo(long number) => number == 7 ? "<b>answer</b>" : null;

    public string? Post(Guid companyId, Guid journalId) => companyId == CompanyId ? null : "There is no such company.";

    private FaultSwitch Switch(string key) =>
        new(key, $"Title of {key}", $"Text of {key}", () => FaultsOn.Contains(key), on => _ = on ? FaultsOn.Add(key) : FaultsOn.Remove(key));
}
