using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>A create leaves one record, whatever happens to requests and answers on the way, or says that it does not know.</summary>
[CancelAfter(20_000)]
public class SafeCreateTests
{
    private static readonly Customer Coho = new() { Number = "c0001", DisplayName = "Coho Winery" };

    private static IEnumerable<TestCaseData> AmbiguousFaults =>
        ModelFault.Ambiguous.Select(fault => new TestCaseData(fault).SetArgDisplayNames(fault(ModelExecution.Now).Name));

    [Test]
    public async Task Create_NothingGoesWrong_SendsOnePost(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Number, Is.EqualTo("C0001"));
            Assert.That(server.Requests, Has.Count.EqualTo(1));
            Assert.That(server["customers"].Rows, Has.Count.EqualTo(1));
        }
    }

    [TestCaseSource(nameof(AmbiguousFaults))]
    public async Task Create_AnswerLostAndStored_ReturnsTheStoredWithoutAnotherPost(object faultOfRow, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", Fault(faultOfRow, ModelExecution.Now));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Id.ToString(), Is.EqualTo(server["customers"].Rows.Single()["id"]!.ToString()));
            Assert.That(created.ETag, Is.Not.Null);
            Assert.That(server.Sent("POST"), Is.EqualTo(1));
            Assert.That(server.Sent("GET"), Is.EqualTo(1));
        }
    }

    [TestCaseSource(nameof(AmbiguousFaults))]
    public async Task Create_AnswerLostAndAbsent_IsSentAgainAndStoredOnce(object faultOfRow, CancellationToken guard)
    {
        var fault = Fault(faultOfRow, ModelExecution.Never);
        using var server = new ModelServer().Script("POST", fault);
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Id.ToString(), Is.EqualTo(server["customers"].Rows.Single()["id"]!.ToString()));
            Assert.That(server.Methods, Is.EqualTo("POST GET POST"));
        }
    }

    [TestCaseSource(nameof(AmbiguousFaults))]
    public async Task Create_NoKey_IsNotSentAgain(object faultOfRow, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", Fault(faultOfRow, ModelExecution.Now));
        using var client = server.Client();
        var nameless = Coho with { Number = null };

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(nameless, guard));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Entity, Is.SameAs(nameless));
            Assert.That(error.Message, Does.Contain("has no key of its own"));
            Assert.That(server.Requests, Has.Count.EqualTo(1));
        }
    }

    [TestCaseSource(nameof(AmbiguousFaults))]
    public async Task Create_EntityWhoseKeyTheServiceGives_IsNotSentAgain(object faultOfRow, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", Fault(faultOfRow, ModelExecution.Never));
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => client.Companies[Ids.Company].SalesInvoices.CreateAsync(new() { CustomerNumber = "C0001" }, guard));

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("300")]
    [TestCase("99999999999")]
    public async Task Create_AskedToWaitLongerThanTheCallMayTake_GivesUpAtOnce(string retryAfter, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Unavailable(retryAfter));
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain("asked to wait for longer than the call may take"));
            Assert.That(server.Methods, Is.EqualTo("POST"), "A look-up would not have waited either.");
            Assert.That(server.Time.Elapsed, Is.EqualTo(TimeSpan.Zero));
        }
    }

    [Test]
    public async Task Create_AskedToWaitLongerThanWhatIsLeftOfTheCall_GivesUpAtOnce(CancellationToken guard)
    {
        var unavailable = ModelFault.Unavailable("240");
        using var server = new ModelServer().Script("POST", unavailable with
        {
            Answer = async (proper, time, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(90), time, token);
                return await unavailable.Answer(proper, time, token);
            },
        });
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(server.Methods, Is.EqualTo("POST"));
        Assert.That(server.Time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(90)));
    }

    [TestCase("299", 299, 299)]
    [TestCase("2.1284", 2.129, 2.129)]
    [TestCase("0", 0.5, 1)]
    public async Task Create_AskedToWaitAfterALostAnswer_WaitsThatLongAndNoShorterThanTheBackOff(
        string retryAfter, double least, double most, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Unavailable(retryAfter));
        using var client = server.Client();

        await client.Customers().CreateAsync(Coho, guard);

        Assert.That(server.Methods, Is.EqualTo("POST GET POST"));
        Assert.That(server.Time.Elapsed.TotalSeconds, Is.InRange(least, most));
    }

    [Test]
    public async Task Create_LookUpAsksToWaitAsWell_BothWaitsAreKept(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Unavailable("30")).Script("GET", ModelFault.Unavailable("20"));
        using var client = server.Client();

        await client.Customers().CreateAsync(Coho, guard);

        Assert.That(server.Methods, Is.EqualTo("POST GET GET POST"));
        Assert.That(server.Time.Elapsed.TotalSeconds, Is.InRange(50, 53));
    }

    [Test]
    public async Task Create_CertainlyNotExecuted_IsSentAgainWithoutALookEvenWithoutAKey(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Unreachable, ModelFault.Throttled);
        using var client = server.Client();

        await client.Customers().CreateAsync(Coho with { Number = null }, guard);

        Assert.That(server.Methods, Is.EqualTo("POST POST POST"));
        Assert.That(server["customers"].Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Create_FirstPostIsExecutedWhenTheSecondArrives_ReturnsTheFirst(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Status(504, ModelExecution.Late));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Id.ToString(), Is.EqualTo(server["customers"].Rows.Single()["id"]!.ToString()));
            Assert.That(server.Methods, Is.EqualTo("POST GET POST GET"));
        }
    }

    [Test]
    public async Task Create_FirstPostIsExecutedAfterTheSecond_LeavesOneRecord(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Status(504, ModelExecution.Late) with { Requests = 10 });
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);
        server.Settle();

        Assert.That(server["customers"].Rows.Single()["id"]!.ToString(), Is.EqualTo(created.Id.ToString()));
    }

    [Test]
    public async Task Create_RefusedAfterALostAnswer_DoesNotCallItARefusal(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Late) with { Requests = 10 }, ModelFault.Invalid);
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));
        server.Settle();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Entity, Is.EqualTo(Coho));
            Assert.That(server.Sent("POST"), Is.EqualTo(2));
            Assert.That(server["customers"].Rows, Has.Count.EqualTo(1), "The first request was executed in the end.");
        }
    }

    [Test]
    public async Task Create_AnswersAlwaysLostAndNeverStored_GivesUpAfterTheSetNumberOfAttempts(CancellationToken guard)
    {
        using var server = new ModelServer { Chooser = request => request.Method == "POST" ? ModelFault.Status(503, ModelExecution.Never) : ModelFault.None };
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(server.Sent("POST"), Is.EqualTo(5));
        Assert.That(server.Sent("GET"), Is.EqualTo(5));
    }

    [Test]
    public async Task Create_LookUpFails_DoesNotSendAgain(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never)).Script("GET", ModelFault.Forbidden);
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Entity, Is.EqualTo(Coho));
            Assert.That(error.Message, Does.Contain("Looking it up failed as well").And.Contains("The connection broke off"));
            Assert.That(server.Sent("POST"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Create_FilterIgnored_ProvesNothing(CancellationToken guard)
    {
        using var server = new ModelServer { IgnoresFilters = true }.Script("POST", ModelFault.Reset(ModelExecution.Never));
        server["customers"].Insert(new() { ["number"] = "OTHER", ["displayName"] = "Coho Winery" });
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(error.Message, Does.Contain("something else than the records that were looked up"));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_KeyWithAnApostrophe_IsLookedUpByIt(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho with { Number = " o'brien&co " }, guard);

        Assert.That(created.Number, Is.EqualTo("O'BRIEN&CO"));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    private static ModelFault Fault(object make, ModelExecution when) => ((Func<ModelExecution, ModelFault>)make)(when);
}
