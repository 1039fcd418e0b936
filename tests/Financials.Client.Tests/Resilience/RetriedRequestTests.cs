using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>A retry sends the same request.</summary>
public class RetriedRequestTests
{
    /// <summary>No parser would take these, so they have to pass through untouched.</summary>
    private static readonly string[] ETags =
    [
        "W/\"JzQ0O0VHUT09JzQ3\"", "*", "W/\"a b, c\"", "W/ \"spaced\"", "unquoted", "\"\"", "W/\"a\"; W/\"b\"",
    ];

    [TestCaseSource(nameof(ETags))]
    public async Task Update_Retried_IsTheSameRequest(string etag)
    {
        using var transport = new AsyncTransport((request, number, _) => Task.FromResult(number < 3
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : ScriptedTransport.Record(request)));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });
        var customer = FinancialsModelFactory.Customer(new Customer { DisplayName = "Old" }, id: Ids.Customer, etag: etag);

        await client.Customers().UpdateAsync(customer with { DisplayName = "New" });

        var first = transport.Requests[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Requests, Has.Count.EqualTo(3));
            Assert.That(first.Headers["If-Match"], Is.EqualTo(etag));
            Assert.That(first.Headers["Content-Type"], Is.EqualTo("application/json"));
            Assert.That(first.Body, Is.EqualTo("""{"displayName":"New"}"""));
            foreach (var retry in transport.Requests.Skip(1))
            {
                Assert.That(retry.Method, Is.EqualTo("PATCH"));
                Assert.That(retry.Target, Is.EqualTo(first.Target));
                Assert.That(retry.Headers, Is.EquivalentTo(first.Headers));
                Assert.That(retry.Body, Is.EqualTo(first.Body));
            }
        }
    }
}
