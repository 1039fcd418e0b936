using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Page;

namespace Financials.Client.Sandbox.Hosting;

/// <summary>What the page shows of a sandbox.</summary>
internal sealed class PageContent(FinancialsSandbox sandbox, Store store) : IPageContent
{
    private static readonly (string Key, string Title, string Text, SandboxFault Fault)[] Switchable =
    [
        ("drop-answer", "Answer dropped", "Creates are executed, and the connection is closed without an answer.", SandboxFault.DropAnswerAfterWrite().On("POST")),
        ("drop-request", "Request dropped", "The connection is closed, and nothing is executed.", SandboxFault.DropRequest()),
        ("throttle", "Too many requests", "429 with Retry-After: 1. Nothing is executed.", SandboxFault.Throttle()),
        ("unavailable", "Unavailable", "503 with Retry-After: 1. Nothing is executed.", SandboxFault.Unavailable()),
        ("gateway", "Gateway timeout", "Requests are executed, and answered with 504.", SandboxFault.Fail(504).AfterWrite()),
        ("every-third", "Now and then", "One request in three is answered with 503.", SandboxFault.Unavailable().WithProbability(1 / 3.0)),
        ("slow", "Slow answer", "Every answer comes five seconds late.", SandboxFault.SlowHeaders(TimeSpan.FromSeconds(5))),
        ("truncated", "Half an answer", "The JSON breaks off in the middle.", SandboxFault.TruncatedJson()),
        ("html", "Web page", "200 with a sign-in page instead of JSON. Nothing is executed.", SandboxFault.Html()),
        ("reset", "Connection reset", "The connection is reset, and nothing is executed.", SandboxFault.Reset()),
        ("token", "Token refused", "401, whatever token is sent. Nothing is executed.", SandboxFault.RefuseToken()),
    ];

    public Uri BaseAddress => sandbox.BaseAddress;

    public Uri BusinessCentralAddress => sandbox.BusinessCentralAddress;

    public string Token => sandbox.Token;

    public IReadOnlyList<PageCompany> Companies =>
        [.. sandbox.Companies.Select(company => new PageCompany(company.Id, company.DisplayName, company.CustomerCount, company.PaymentCount))];

    public IReadOnlyList<FaultSwitch> Faults { get; } =
        [.. Switchable.Select(item => new FaultSwitch(item.Key, item.Title, item.Text, () => On(sandbox, item.Fault) is not null, on => Switch(sandbox, item.Fault, on)))];

    public IReadOnlyList<PageRequest> LastRequests(int most) =>
    [
        .. sandbox.Requests.Reverse().Take(most).Select(request => new PageRequest(
            request.Number, request.Time, request.Method, request.Path, request.Body, request.Status, request.IsDropped, request.Fault)),
    ];

    public PageCompanyContent? Content(Guid companyId, int most)
    {
        lock (store.Gate)
        {
            return store.Companies.FirstOrDefault(company => company.Id == companyId) is { } company
                ? new(new Dictionary<string, PageSet>
                {
                    ["customers"] = Newest(company.Customers.All, company.Customers.Count),
                    ["invoices"] = Newest(company.Invoices.All, company.Invoices.Count),
                    ["payments"] = Newest(company.AllPayments, company.Payments.Count),
                    ["journals"] = Newest(company.Journals.All, company.Journals.Count),
                    ["customerEntries"] = Newest(company.CustomerEntries.All.SelectMany(entries => entries.All), company.CustomerEntries.Count),
                    ["generalEntries"] = Newest(company.LedgerEntries.All, company.LedgerEntries.Count),
                })
                : null;
        }

        PageSet Newest(IEnumerable<Entity> entities, int count) => new(
            [
                .. entities
                    .OrderByDescending(entity => entity.Values.Text(Wire.LastModified), StringComparer.Ordinal)
                    .ThenByDescending(entity => entity.Key, StringComparer.Ordinal)
                    .Take(most)
                    .Select(entity => (JsonObject)entity.Values.DeepClone()),
            ],
            count);
    }

    public string? ResponseTo(long number) => sandbox.ResponseTo(number);

    public string? Post(Guid companyId, Guid journalId)
    {
        try
        {
            var company = sandbox.Companies.FirstOrDefault(company => company.Id == companyId);
            company?.PostJournal(journalId);
            return company is null ? "There is no such company." : null;
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message;
        }
    }

    private static ActiveFault? On(FinancialsSandbox sandbox, SandboxFault fault) => sandbox.Faults.Active.FirstOrDefault(active => active.Fault == fault);

    private static void Switch(FinancialsSandbox sandbox, SandboxFault fault, bool on)
    {
        var active = On(sandbox, fault);
        if (on && active is null)
        {
            sandbox.Faults.Add(fault);
        }
        else if (!on)
        {
            active?.Dispose();
        }
    }
}
