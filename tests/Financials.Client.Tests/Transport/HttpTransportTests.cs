using System.Net;
using System.Text.RegularExpressions;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Transport;

/// <summary>What an attempt looks like on the wire, and how much of its response is read.</summary>
[CancelAfter(20_000)]
public partial class HttpTransportTests
{
    private const string Stored = """{"id":"{customer}"}""";

    [Test]
    public async Task Requests_Each_NameTheClientAndHaveAnIdOfTheirOwn(CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json(Stored), Reply.Json(Stored));
        using var client = TestClients.Facade(transport);

        await client.Company().Customers.GetAsync(Ids.Customer, guard);
        await client.Company().Customers.GetAsync(Ids.Customer, guard);

        Assert.That(transport.Requests.Select(request => request.Headers["User-Agent"]), Has.All.Match(UserAgent()));
        Assert.That(transport.Requests.Select(request => Guid.Parse(request.Headers["client-request-id"])), Is.Unique);
    }

    /// <summary>
    /// A request without content is sent again by .NET's own handler where its connection ends, whatever the verb. A read may be, and some
    /// servers refuse one that has content.
    /// </summary>
    [Test]
    public async Task Requests_ThatChangeSomething_HaveContentEvenIfItIsEmpty(CancellationToken guard)
    {
        var contents = new List<(string Method, bool HasContent)>();
        using var transport = new ContentTransport(contents);
        using var client = TestClients.Facade(transport);
        var company = client.Company();

        await company.Customers.GetAsync(Ids.Customer, guard);
        await company.SalesInvoices[Ids.Invoice].PostAsync(guard);
        await company.Customers.DeleteAsync(Ids.Customer, guard);

        Assert.That(contents, Is.EqualTo(new[] { ("GET", false), ("POST", true), ("DELETE", true) }));
    }

    /// <summary>A gateway may send a page without an end.</summary>
    [Test]
    public async Task Error_OfAnyLength_IsReadNoFartherThanItsExplanationCanGo(CancellationToken guard)
    {
        var body = new CountingStream();
        using var transport = new ScriptedTransport(_ => new(HttpStatusCode.BadRequest) { Content = new StreamContent(body) });
        using var client = TestClients.Facade(transport);

        await Assert.ThrowsAsync<FinancialsValidationException>(() => client.Company().Customers.GetAsync(Ids.Customer, guard));

        Assert.That(body.Given, Is.InRange(64 * 1024, 4 * 64 * 1024));
    }

    [GeneratedRegex(@"^Financials\.Client/\d+\.\d+\.\d+ \(\.NET \d+\.\d+\.\d+\)$")]
    private static partial Regex UserAgent();

    private sealed class ContentTransport(List<(string Method, bool HasContent)> contents) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            contents.Add((request.Method.Method, request.Content is not null));
            return Task.FromResult(request.Method == HttpMethod.Get ? ScriptedTransport.Json(Ids.Real(Stored)) : new(HttpStatusCode.NoContent));
        }
    }

    /// <summary>Zeros up to more than any response may have, and how many of them were read.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private const int Most = 64 * 1024 * 1024;

        public int Given { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(buffer.Length, Most - Given);
            buffer.Span[..count].Clear();
            Given += count;
            return new(count);
        }
    }
}
