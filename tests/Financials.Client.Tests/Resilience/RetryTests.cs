using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>What went wrong in other clients, each with a test of its own.</summary>
public class RetryTests
{
    private static readonly Customer Coho = new() { DisplayName = "Coho" };

    [Test]
    public async Task Post_GatewayTimeout_IsNotReplayed()
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.GatewayTimeout);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var create = await Assert.CatchAsync<FinancialsException>(() => client.Customers().CreateAsync(Coho));
        var action = await Assert.CatchAsync<FinancialsException>(() => client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].SendAsync());

        Assert.That(transport.Requests, Has.Count.EqualTo(2), "one for each call");
        Assert.That((create!.Attempts, action!.Attempts), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Post_Repeated_KeepsItsContentTypeAndBody()
    {
        using var transport = new AsyncTransport((request, number, _) => Task.FromResult(number < 3
            ? new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            : ScriptedTransport.Stored(request)));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var created = await client.Customers().CreateAsync(Coho);

        Assert.That(created.DisplayName, Is.EqualTo("Coho"));
        Assert.That(transport.Requests.Select(request => request.Headers["Content-Type"]), Is.EqualTo(Enumerable.Repeat("application/json", 3)));
        Assert.That(transport.Requests.Select(request => request.Body).Distinct(), Is.EqualTo((string[])["""{"displayName":"Coho"}"""]));
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Call_NoRetriesAllowed_IsSentOnce(string method)
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.TooManyRequests);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true }, new() { MaxRetries = 0 });

        var error = await Assert.ThrowsAsync<FinancialsThrottledException>(() => method == "GET"
            ? client.Customers().GetAsync(Ids.Customer)
            : client.Customers().CreateAsync(Coho));

        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Call_RepeatedInVain_CountsItsAttempts()
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.ServiceUnavailable);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true }, new() { MaxRetries = 2 });

        var error = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().GetAsync(Ids.Customer));

        Assert.That((error.Attempts, error.Status), Is.EqualTo((3, (int?)503)));
    }

    [Test]
    public async Task Call_AnswersOfFailedAttempts_AreDisposed()
    {
        var responses = new List<TrackedResponse>();
        using var transport = new AsyncTransport((_, number, _) =>
        {
            var response = new TrackedResponse(
                number < 5 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK,
                new StringContent("""{"id":"52a499d6-99d6-52a4-d699-a452d699a452","displayName":"Coho"}""", System.Text.Encoding.UTF8, "application/json"));

            // When one is sent, all answers before it have to be gone, with the connections that they occupy.
            Assert.That(responses.Select(earlier => earlier.IsDisposed && earlier.BodyIsDisposed), Is.All.True);
            responses.Add(response);
            return Task.FromResult<HttpResponseMessage>(response);
        });
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        await client.Customers().GetAsync(Ids.Customer);

        Assert.That(responses, Has.Count.EqualTo(5));
    }
}
