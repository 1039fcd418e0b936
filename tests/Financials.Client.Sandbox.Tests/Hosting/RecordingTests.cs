using System.Net.Sockets;
using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Hosting;

/// <summary>What the sandbox remembers of requests, and when faults strike.</summary>
[TestFixture]
public sealed class RecordingTests
{
    [Test]
    public async Task Request_Recorded_ShowsEverythingButTheToken()
    {
        await using var bench = await Bench.StartAsync();
        await bench.SendAsync("POST /customers?$select=number", """{"displayName":"Søn"}""", ("client-request-id", "abc"));
        await bench.SendAsync("GET /customers?$filter=displayName eq 'S%C3%B8n'");
        var requests = bench.Sandbox.Requests;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(requests.Select(request => request.ToString()), Is.EqualTo(new[]
            {
                $"POST /companies/{bench.Sandbox.Company.Id}/customers?$select=number 201",
                $"GET /companies/{bench.Sandbox.Company.Id}/customers?$filter=displayName eq 'Søn' 200",
            }));
            Assert.That(requests[0].Body, Is.EqualTo("""{"displayName":"Søn"}"""));
            Assert.That(requests[0].Headers["Client-Request-Id"], Is.EqualTo("abc"));
            Assert.That(requests[0].Headers["authorization"], Is.EqualTo("Bearer"));
            Assert.That(string.Join(' ', requests.Select(request => request.Number)), Is.EqualTo("1 2"));
        }
    }

    [Test]
    public async Task Connection_AfterAnAnswerWithoutABody_IsUsedAgain()
    {
        await using var bench = await Bench.StartAsync();
        using var http = new SocketsHttpHandler { MaxConnectionsPerServer = 1 };
        var connections = 0;
        http.ConnectCallback = async (context, cancellation) =>
        {
            connections++;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        using var client = new HttpClient(http) { DefaultRequestHeaders = { Authorization = new("Bearer", bench.Sandbox.Token) } };
        var customers = $"{bench.Sandbox.BaseAddress}/companies/{bench.Sandbox.Company.Id}/customers";
        for (var i = 0; i < 5; i++)
        {
            using var content = new StringContent("""{"displayName":"A"}""", System.Text.Encoding.UTF8, "application/json");
            using var created = await client.PostAsync(new Uri(customers), content);
            var id = System.Text.Json.Nodes.JsonNode.Parse(await created.Content.ReadAsStringAsync())!["id"];
            using var deleted = await client.DeleteAsync(new Uri($"{customers}/{id}"));
            Assert.That((int)deleted.StatusCode, Is.EqualTo(204));
        }

        Assert.That(connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Requests_BeyondTheLimit_ForgetTheOldest()
    {
        await using var bench = await Bench.StartAsync(new() { MaxRecordedRequests = 2 });
        for (var i = 0; i < 3; i++)
        {
            await bench.SendAsync("GET /customers/$count");
        }

        Assert.That(string.Join(' ', bench.Sandbox.Requests.Select(request => request.Number)), Is.EqualTo("2 3"));
        bench.Sandbox.ClearRequests();
        Assert.That(bench.Sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Fault_OnOneRoute_LeavesTheOthersAlone()
    {
        await using var bench = await Bench.StartAsync();
        using var fault = bench.Sandbox.Faults.Add(SandboxFault.Fail(500).On("get", "*/CUSTOMERS"));
        using var _ = Assert.EnterMultipleScope();
        Assert.That((await bench.SendAsync("GET /customers")).Status, Is.EqualTo(500));
        Assert.That((await bench.SendAsync("GET /customers/$count")).Status, Is.EqualTo(200));
        Assert.That((await bench.SendAsync("POST /customers", "{}")).Status, Is.EqualTo(400));
        Assert.That((await bench.SendAsync("GET /customers?$top=1")).Status, Is.EqualTo(500));
        Assert.That(fault.Hits, Is.EqualTo(2));
        fault.Dispose();
        Assert.That((await bench.SendAsync("GET /customers")).Status, Is.EqualTo(200));
        Assert.That(bench.Sandbox.Faults.Active, Is.Empty);
    }

    [Test]
    public async Task Fault_WithAProbability_ChoosesTheSameRequestsForTheSameSeed()
    {
        async Task<string> ChosenAsync(int seed)
        {
            await using var bench = await Bench.StartAsync();
            bench.Sandbox.Faults.Add(SandboxFault.Throttle().WithProbability(0.3, seed));
            var chosen = "";
            for (var i = 0; i < 40; i++)
            {
                chosen += (await bench.SendAsync("GET /customers/$count")).Status == 429 ? "x" : "-";
            }

            return chosen;
        }

        var first = await ChosenAsync(42);
        using var _ = Assert.EnterMultipleScope();
        Assert.That(await ChosenAsync(42), Is.EqualTo(first));
        Assert.That(await ChosenAsync(43), Is.Not.EqualTo(first));
        Assert.That(first.Count(mark => mark == 'x'), Is.InRange(5, 20));
    }

    [Test]
    public async Task Faults_AddedOneAfterTheOther_AreMetInThatOrder()
    {
        await using var bench = await Bench.StartAsync();
        bench.Sandbox.Faults.Add(SandboxFault.Fail(500).Times(1));
        bench.Sandbox.Faults.Add(SandboxFault.Fail(502).Times(2));
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await bench.SendAsync("GET /customers/$count")).Status);
        }

        Assert.That(string.Join(' ', statuses), Is.EqualTo("500 502 502 200"));
        bench.Sandbox.Faults.Clear();
        Assert.That(bench.Sandbox.Faults.Active, Is.Empty);
    }

    [Test]
    public async Task Connection_ResetAndDropped_EndsInEitherWay()
    {
        await using var bench = await Bench.StartAsync();
        async Task<SocketError?> ErrorAsync(SandboxFault fault)
        {
            using var _ = bench.Sandbox.Faults.Add(fault);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("127.0.0.1", bench.Sandbox.BaseAddress.Port);
            await socket.SendAsync("GET /financials/companies HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            try
            {
                return await socket.ReceiveAsync(new byte[1]) == 0 ? null : throw new AssertionException("There was an answer.");
            }
            catch (SocketException error)
            {
                return error.SocketErrorCode;
            }
        }

        using var _ = Assert.EnterMultipleScope();
        Assert.That(await ErrorAsync(SandboxFault.Reset()), Is.EqualTo(SocketError.ConnectionReset));
        Assert.That(await ErrorAsync(SandboxFault.DropRequest()), Is.Null);
        Assert.That(bench.Sandbox.Requests, Has.Count.EqualTo(2).And.All.Property(nameof(SandboxRequest.IsDropped)).True);
    }

    [Test]
    public async Task SlowAnswer_GivenUpByTheClient_IsStillExecutedOnce()
    {
        await using var bench = await Bench.StartAsync();
        using var impatient = bench.Sandbox.CreateClient(new FinancialsClientOptions
        {
            Resilience = { AttemptTimeout = TimeSpan.FromMilliseconds(300), BaseDelay = TimeSpan.FromMilliseconds(1) },
        });
        bench.Sandbox.Faults.Add(SandboxFault.SlowHeaders(TimeSpan.FromHours(1)).On("POST").Times(1));
        var created = await impatient.Companies[bench.Sandbox.Company.Id].Customers.CreateAsync(new Customer { Number = "SLOW", DisplayName = "A" });
        Assert.That(bench.Sandbox.Company.Customers.Single(customer => customer.Number == "SLOW"), Is.EqualTo(created));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Sandbox_StoppedWhileAnAnswerWaits_DoesNotWaitForIt(CancellationToken guard)
    {
        var bench = await Bench.StartAsync();
        bench.Sandbox.Faults.Add(SandboxFault.SlowHeaders(TimeSpan.FromHours(1)));
        var waiting = bench.SendAsync("GET /customers");
        while (bench.Sandbox.Requests.Count == 0)
        {
            guard.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await bench.Sandbox.DisposeAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<HttpRequestException>());
        await bench.DisposeAsync();
    }

    [Test]
    public void Options_ThatCannotWork_AreAllNamed()
    {
        var options = new SandboxOptions { Port = -1, Token = "a b", PageSize = 0, StaleStatus = 400, MaxRecordedRequests = 0 };
        Assert.That(
            async () => await FinancialsSandbox.StartAsync(options),
            Throws.ArgumentException.With.Message.Contains("Port").And.Message.Contains("Token").And.Message.Contains("PageSize")
                .And.Message.Contains("StaleStatus").And.Message.Contains("MaxRecordedRequests"));
    }

    [Test]
    public async Task Port_ThatIsTaken_IsSaid()
    {
        await using var first = await FinancialsSandbox.StartAsync();
        Assert.That(async () => await FinancialsSandbox.StartAsync(new() { Port = first.BaseAddress.Port }), Throws.InstanceOf<IOException>());
    }
}
