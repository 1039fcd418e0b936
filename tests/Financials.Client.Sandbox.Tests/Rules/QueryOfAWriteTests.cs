using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Rules;

/// <summary>A write whose query cannot be answered is not executed.</summary>
public sealed class QueryOfAWriteTests
{
    private Bench _bench = null!;

    [SetUp]
    public async Task StartAsync() => _bench = await Bench.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task Create_WithASelectionOfNothingKnown_CreatesNothing()
    {
        var before = _bench.Sandbox.Company.CustomerCount;
        var invoice = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"20000"}""");

        var plain = await _bench.SendAsync("POST /customers?$select=colour", """{"displayName":"Nobody"}""");
        var onInvoice = await _bench.SendAsync($"POST /salesInvoices/{invoice["id"]}/customer?$expand=colour", """{"displayName":"Nobody"}""");

        Assert.That((plain.Status, onInvoice.Status), Is.EqualTo((400, 400)));
        Assert.That(plain.Text, Does.Contain("Could not find a property named 'colour' on type 'Microsoft.NAV.customer'."));
        Assert.That(_bench.Sandbox.Company.CustomerCount, Is.EqualTo(before));
    }

    [Test]
    public async Task Change_WithASelectionOfNothingKnown_ChangesNothing()
    {
        var customer = await _bench.CreateAsync("/customers", """{"displayName":"Before"}""");

        var answer = await _bench.SendAsync($"PATCH /customers/{customer["id"]}?$select=colour", """{"displayName":"After"}""", ("If-Match", "*"));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That((await _bench.SendAsync($"GET /customers/{customer["id"]}")).Json["displayName"]!.ToString(), Is.EqualTo("Before"));
    }

    [Test]
    public async Task Create_WithASelection_AnswersThatAlone()
    {
        var customer = await _bench.CreateAsync("/customers?$select=number", """{"number":"SEL","displayName":"Selected"}""");

        Assert.That(customer.Select(member => member.Key), Is.EqualTo(["@odata.context", "@odata.etag", "id", "number"]));
    }
}
