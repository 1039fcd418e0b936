using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Tests.BusinessCentral;
using Financials.Client.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Webhooks;

/// <summary>Subscriptions and the notifications that come of them.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class WebhookTests
{
    private ManualTime _time = null!;
    private CentralBench _bench = null!;
    private Receiver _receiver = null!;

    [SetUp]
    public async Task Start()
    {
        _time = new ManualTime();
        _bench = await CentralBench.StartAsync(new() { TimeProvider = _time });
        _receiver = await Receiver.StartAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        await _bench.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Test]
    public async Task Subscription_WhoseReceiverAgrees_IsCreatedReadRenewedAndDeleted()
    {
        var created = await SubscribeAsync("customers");
        var path = $"/subscriptions('{created["subscriptionId"]}')";
        var listed = (await _bench.SendToAsync("GET /subscriptions")).Json["value"]!.AsArray();
        _time.Advance(TimeSpan.FromDays(1));
        var renewed = await _bench.SendToAsync($"PATCH {path}", """{"clientState":"other"}""", ("If-Match", $"{created["@odata.etag"]}"));
        var stale = await _bench.SendToAsync($"DELETE {path}", null, ("If-Match", $"{created["@odata.etag"]}"));
        var unnamed = await _bench.SendToAsync($"DELETE {path}");
        var deleted = await _bench.SendToAsync($"DELETE {path}", null, ("If-Match", $"{renewed.Json["@odata.etag"]}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{created["clientState"]} {created["notificationUrl"]}", Is.EqualTo($"secret {_receiver.Url}"));
            Assert.That(Instant(created["expirationDateTime"]), Is.EqualTo(ManualTime.Start.AddDays(3)));
            Assert.That(listed.Select(one => $"{one!["subscriptionId"]}"), Is.EqualTo(new[] { $"{created["subscriptionId"]}" }));
            Assert.That($"{renewed.Json["clientState"]} {renewed.Json["resource"]}", Is.EqualTo($"other {created["resource"]}"));
            Assert.That(Instant(renewed.Json["expirationDateTime"]), Is.EqualTo(ManualTime.Start.AddDays(4)));
            Assert.That((stale.Status, unnamed.Status, deleted.Status), Is.EqualTo((409, 400, 204)));
            Assert.That((await _bench.SendToAsync($"GET {path}")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Subscription_WhoseReceiverDoesNotAgree_IsRefused()
    {
        _receiver.Agrees = false;
        var answer = await CreateAsync("customers");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(400));
            Assert.That(answer.Message, Does.Contain("validation token"));
            Assert.That((await _bench.SendToAsync("GET /subscriptions")).Json["value"]!.AsArray(), Is.Empty);
        }
    }

    [TestCase("customerPayments")]
    [TestCase("salesInvoiceLines")]
    [TestCase("attachments")]
    public async Task Subscription_OfASetWithoutWebhooks_IsRefused(string set) => Assert.That((await CreateAsync(set)).Status, Is.EqualTo(400));

    [TestCase("""{"resource":"companies(00000000-0000-0000-0000-000000000001)/customers"}""", "notificationUrl")]
    [TestCase("""{"notificationUrl":"http://elsewhere.example/","resource":"x"}""", "not valid")]
    [TestCase("""{"event":"x"}""", "does not exist on type")]
    public async Task Subscription_WithABodyThatCannotBe_IsRefused(string body, string message)
    {
        var answer = await _bench.SendToAsync("POST /subscriptions", body);
        Assert.That(answer.Status, Is.EqualTo(400), answer.Message);
        Assert.That(answer.Message, Does.Contain(message));
    }

    [Test]
    public async Task Changes_WithinTheDelay_AreToldOncePerEntity(CancellationToken guard)
    {
        var subscription = await SubscribeAsync("customers");
        var other = _bench.Company.Customers[0];
        var created = await _bench.CreateAsync("/customers", """{"displayName":"A","number":"HOOK"}""");
        await _bench.UpdateAsync($"/customers({created["id"]})", created, """{"displayName":"B"}""");
        await _bench.SendAsync($"PATCH /customers({other.Id})", """{"city":"Rome"}""", ("If-Match", "*"));
        await _bench.SendAsync("POST /customers", """{"displayName":"A","number":"HOOK"}""");
        _time.Advance(TimeSpan.FromSeconds(30));
        var told = await _receiver.NextJsonAsync(guard);
        var first = told.Single(one => $"{one!["changeType"]}" == "created")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                told.Select(one => $"{one!["changeType"]} {one["resource"]}"),
                Is.EquivalentTo([$"created {Resource("customers")}({created["id"]})", $"updated {Resource("customers")}({other.Id})"]));
            Assert.That($"{first["subscriptionId"]} {first["clientState"]}", Is.EqualTo($"{subscription["subscriptionId"]} secret"));
            Assert.That($"{first["expirationDateTime"]}", Is.EqualTo($"{subscription["expirationDateTime"]}"));
        }
    }

    [Test]
    public async Task Deletion_AndALineOfAnInvoice_AreToldOfWhatTheyBelongTo(CancellationToken guard)
    {
        await SubscribeAsync("customers");
        await SubscribeAsync("salesInvoices");
        var customer = await _bench.CreateAsync("/customers", """{"displayName":"A"}""");
        var invoice = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"20000"}""");
        _time.Advance(TimeSpan.FromSeconds(30));
        await _receiver.NextAsync(guard);

        await _bench.SendAsync($"DELETE /customers({customer["id"]})", null, ("If-Match", "*"));
        await _bench.CreateAsync($"/salesInvoices({invoice["id"]})/salesInvoiceLines", """{"lineType":"Comment","description":"Hello"}""");
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await _receiver.NextAsync(guard), Is.EqualTo($"deleted customers({customer["id"]}) updated salesInvoices({invoice["id"]})"));
    }

    [Test]
    public async Task Changes_OfMoreThanAThousandEntities_AreToldAsOneCollection(CancellationToken guard)
    {
        await SubscribeAsync("customers");
        _time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i <= 1000; i += 91)
        {
            var operations = Enumerable.Range(i, 91).Select(n => $$$"""{"id":"{{{n}}}","method":"POST","url":"companies({{{_bench.Company.Id}}})/customers","headers":{"Content-Type":"application/json"},"body":{"displayName":"Many"}}""");
            await _bench.SendToAsync("POST /$batch", $$"""{"requests":[{{string.Join(',', operations)}}]}""", ("Accept", "application/json"));
        }

        _time.Advance(TimeSpan.FromSeconds(30));
        var told = (await _receiver.NextJsonAsync(guard)).Single()!;
        Assert.That($"{told["changeType"]}", Is.EqualTo("collection"));
        var filter = $"{told["resource"]}".Split("customers")[1];
        Assert.That((await _bench.GetAsync($"/customers{filter}&$count=true&$top=1"))["@odata.count"]!.GetValue<int>(), Is.EqualTo(1001));
    }

    [Test]
    public async Task Notification_ThatTheReceiverCannotTakeNow_IsSentAgain(CancellationToken guard)
    {
        await SubscribeAsync("customers");
        _receiver.Statuses.Enqueue(503);
        _receiver.Statuses.Enqueue(429);
        var created = await _bench.CreateAsync("/customers", """{"displayName":"A"}""");
        _time.Advance(TimeSpan.FromSeconds(30));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var told = _receiver.NextAsync(guard);
            while (!told.IsCompleted)
            {
                guard.ThrowIfCancellationRequested();
                _time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            Assert.That(await told, Is.EqualTo($"created customers({created["id"]})"));
        }
    }

    [Test]
    public async Task Receiver_ThatRefusesANotification_LosesItsSubscription(CancellationToken guard)
    {
        await SubscribeAsync("customers");
        _receiver.Statuses.Enqueue(410);
        await _bench.CreateAsync("/customers", """{"displayName":"A"}""");
        _time.Advance(TimeSpan.FromSeconds(30));
        await _receiver.NextAsync(guard);
        while ((await _bench.SendToAsync("GET /subscriptions")).Json["value"]!.AsArray().Count > 0)
        {
            guard.ThrowIfCancellationRequested();
        }
    }

    [Test]
    public async Task Subscription_ThatIsNotRenewed_EndsAfterThreeDays()
    {
        await SubscribeAsync("customers");
        _time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        var before = (await _bench.SendToAsync("GET /subscriptions")).Json["value"]!.AsArray().Count;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((before, (await _bench.SendToAsync("GET /subscriptions")).Json["value"]!.AsArray().Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Subscriptions_OfTheDocumentedSurface_AreNotThere() =>
        Assert.That((await _bench.Documented.SendToAsync("GET /subscriptions")).Status, Is.EqualTo(404));

    private string Resource(string set) => $"api/v2.0/companies({_bench.Company.Id})/{set}";

    private static DateTimeOffset Instant(JsonNode? text) => DateTimeOffset.Parse($"{text}", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<JsonObject> SubscribeAsync(string set)
    {
        var answer = await CreateAsync(set);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        return answer.Json;
    }

    private Task<Support.RawAnswer> CreateAsync(string set) => _bench.SendToAsync(
        "POST /subscriptions", $$"""{"notificationUrl":"{{_receiver.Url}}","resource":"/{{Resource(set)}}","clientState":"secret"}""");
}
