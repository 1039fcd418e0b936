using System.Text;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Calls;

/// <summary>Past the model: API pages of extensions, by records of the application's own, with everything that other sets have.</summary>
public class ApiEntitySetTests
{
    private const string Root = "https://central.example/v2.0/contoso.com/production/api/contoso/sales/v1.0";
    private const string Stored = """{"@odata.etag":"W/\"1\"","id":"{customer}","memberNumber":"L-1","customerNo":"10000","points":5,"extra":true}""";

    private static readonly Loyalty New = new() { MemberNumber = "L-1", Customer = "10000", Points = 5m };
    private static readonly Loyalty Read = New with { Id = Ids.Customer, ETag = "W/\"1\"" };

    [Test]
    public async Task Query_UsesTheNamesOfTheJson_AndReadsEveryPage()
    {
        using var transport = ScriptedTransport.InOrder(
            Reply.Json($$"""{"@odata.context":"x","value":[{{Stored}}],"@odata.nextLink":"{{Root}}/companies(x)/loyaltyMembers?$skiptoken=2"}"""),
            Reply.Json($$"""{"value":[{{Stored}}]}"""));
        using var client = TestClients.BusinessCentral(transport);

        var members = await Set(client)
            .Where(m => m.Customer == "O'Brien" && m.Points > 1.5m && !(m.Joined == null))
            .OrderByDescending(m => m.Points).SelectFields(m => m.MemberNumber, m => m.Customer).ToListAsync();

        Assert.That(members, Is.EqualTo(Enumerable.Repeat(Read, 2)));
        Assert.That(transport.Requests[0].Target.AbsoluteUri, Does.StartWith($"{Root}/companies(bb6d48b6-c7b2-4a38-9a93-ad5506407f12)/loyaltyMembers?"));
        Assert.That(SentQuery.OptionsOf(transport.Requests[0]), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["$filter"] = "customerNo eq 'O''Brien' and points gt 1.5 and joined ne 0001-01-01",
            ["$orderby"] = "points desc",
            ["$select"] = "memberNumber,customerNo,id",
        }));
    }

    [Test]
    public void Query_ByWhatIsNotInTheJson_IsRefused()
    {
        using var transport = ScriptedTransport.Answering("{}");
        using var client = TestClients.BusinessCentral(transport);

        Assert.That(() => Set(client).Where(m => m.Note == "x"), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Loyalty.Note"));
        Assert.That(() => Set(client).Where(m => m.ETag == "x"), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void Query_ByATypeThatFiltersCannotWrite_NamesIt()
    {
        using var transport = ScriptedTransport.Answering("{}");
        using var client = TestClients.BusinessCentral(transport);

        Assert.That(
            () => Set(client).Where(m => m.Rating > 1.5),
            Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("The service cannot evaluate 'm.Rating > 1.5'. The service has no literal for a Double."));
    }

    [Test]
    public async Task Create_SendsWhatIsSet_AndNothingThatOnlyTheServiceSets()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json(Stored, 201));
        using var client = TestClients.BusinessCentral(transport);

        Assert.That(await Set(client).CreateAsync(Read), Is.EqualTo(Read));
        JsonAssert.AreEqual(transport.Requests.Single().Body, """{"memberNumber":"L-1","customerNo":"10000","points":5}""");
    }

    [Test]
    public async Task Create_WithADeclaredKey_IsLookedUpWhereItsResponseWasLost_AndNotRepeated()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost, Reply.Json($$"""{"value":[{{Stored}}]}"""));
        using var client = TestClients.BusinessCentral(new FinancialsClientOptions { Transport = transport });

        Assert.That(await Set(client).CreateAsync(New), Is.EqualTo(Read));
        Assert.That(transport.Methods, Is.EqualTo("POST GET"));
        Assert.That(SentQuery.OptionsOf(transport.Requests[1])["$filter"], Is.EqualTo("memberNumber eq 'L-1'"));
    }

    [Test]
    public async Task Create_WithADeclaredKey_ThatIsAbsent_IsRetried()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost, Reply.Json("""{"value":[]}"""), Reply.Json(Stored, 201));
        using var client = TestClients.BusinessCentral(new FinancialsClientOptions { Transport = transport, Resilience = { BaseDelay = TimeSpan.Zero } });

        Assert.That(await Set(client).CreateAsync(New), Is.EqualTo(Read));
        Assert.That(transport.Methods, Is.EqualTo("POST GET POST"));
    }

    [Test]
    public async Task Create_WithADeclaredKey_UnderWhichAnotherRecordIs_IsNotTakenForIt()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost, Reply.Json($$"""{"value":[{{Stored}}]}"""));
        using var client = TestClients.BusinessCentral(new FinancialsClientOptions { Transport = transport });

        await Assert.ThrowsAsync<FinancialsDuplicateException>(() => Set(client).CreateAsync(New with { Points = 6m }));
    }

    [Test]
    public async Task Create_WithoutAKey_IsNeverSentTwice()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Lost);
        using var client = TestClients.BusinessCentral(new FinancialsClientOptions { Transport = transport });

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => client.Company().Api("contoso", "sales", "v1.0").Set("loyaltyMembers", LoyaltyContext.Default.Loyalty).CreateAsync(New));
    }

    [Test]
    public async Task Update_SendsTheVersionThatWasRead_AndByIdAnyVersion()
    {
        using var transport = new ScriptedTransport(_ => ScriptedTransport.Json(Ids.Real(Stored)));
        using var client = TestClients.BusinessCentral(transport);

        await Set(client).UpdateAsync(Read with { Points = 7m });
        await Set(client).UpdateAsync(Ids.Customer, new Loyalty { Points = 8m });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Requests.Select(request => request.Headers["If-Match"]), Is.EqualTo(["W/\"1\"", "*"]));
            Assert.That(transport.Requests[0].Target.AbsolutePath, Does.EndWith($"/loyaltyMembers({Ids.Customer})"));
            JsonAssert.AreEqual(transport.Requests[1].Body, """{"points":8}""");
            Assert.That(() => Set(client).UpdateAsync(New), Throws.ArgumentException.With.Message.Contains("has no id"));
        }
    }

    [Test]
    public async Task GetCountAndDelete_GoToTheirAddresses()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json(Stored), Reply.Json("3"), Reply.Empty, Reply.Empty);
        using var client = TestClients.BusinessCentral(transport);

        Assert.That(await Set(client).GetAsync(Ids.Customer), Is.EqualTo(Read));
        Assert.That(await Set(client).CountAsync(m => m.Points > 1), Is.EqualTo(3));
        await Set(client).DeleteAsync(Read);
        await Set(client).DeleteAsync(Ids.Customer);

        Assert.That(transport.Methods, Is.EqualTo("GET GET DELETE DELETE"));
        Assert.That(transport.Requests[1].Target.AbsoluteUri, Does.EndWith("/loyaltyMembers/$count?$filter=points%20gt%201"));
    }

    [Test]
    public async Task RunAction_PostsToTheEntity_AndReturnsWhatItReturns()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json("""{"value":true}"""), Reply.Empty, Reply.Lost);
        using var client = TestClients.BusinessCentral(new FinancialsClientOptions { Transport = transport });

        var result = await Set(client).RunActionAsync(Ids.Customer, "addPoints", BinaryData.FromString("""{"points":5}"""));

        Assert.That(result!.ToString(), Is.EqualTo("""{"value":true}"""));
        Assert.That(transport.Requests[0].Target.AbsolutePath, Does.EndWith($"/loyaltyMembers({Ids.Customer})/Microsoft.NAV.addPoints"));
        Assert.That(transport.Requests[0].Body, Is.EqualTo("""{"points":5}"""));
        Assert.That(await Set(client).RunActionAsync(Ids.Customer, "activate"), Is.Null);
        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => Set(client).RunActionAsync(Ids.Customer, "activate"));
    }

    [TestCase("""{"value":[{"points":"many"}]}""")]
    [TestCase("""{"value":{}}""")]
    [TestCase("""{"value":[null]}""")]
    [TestCase("""{"values":[]}""")]
    [TestCase("[]")]
    public async Task List_ThatIsNoList_IsAnErrorOfTheService(string json)
    {
        using var transport = ScriptedTransport.Answering(json);
        using var client = TestClients.BusinessCentral(transport);

        await Assert.ThrowsAsync<FinancialsException>(() => Set(client).ToListAsync());
    }

    [TestCase("{\"value\":[{\"id\":null,\"points\":\"many\"}]}", "points")]
    [TestCase("{\"value\":[{\"joined\":\"secret\"}]}", "joined")]
    public async Task List_WithAPropertyOfAnotherType_NamesTheProperty_AndNotItsValue(string json, string property)
    {
        using var transport = ScriptedTransport.Answering(json);
        using var client = TestClients.BusinessCentral(transport);

        var error = await Assert.ThrowsAsync<FinancialsException>(() => Set(client).ToListAsync());

        Assert.That(error!.Message, Does.StartWith($"The service's response cannot be read into the record: its property {property} is of another type"));
        Assert.That(error.ToString(), Does.Not.Contain("many").And.Not.Contain("secret"));
    }

    [Test]
    public async Task List_WhoseNextLinkLeadsElsewhere_IsNotFollowed()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[],"@odata.nextLink":"https://evil.example/next"}""");
        using var client = TestClients.BusinessCentral(transport);

        var error = await Assert.ThrowsAsync<FinancialsException>(() => Set(client).ToListAsync());
        Assert.That(error!.Message, Does.StartWith("A next link that does not lead to"));
    }

    [Test]
    public void Set_OfARecordWithoutAnId_SaysWhatToAdd()
    {
        using var transport = ScriptedTransport.Answering("{}");
        using var client = TestClients.BusinessCentral(transport);

        Assert.That(
            () => client.Company().Api("contoso", "sales", "v1.0").Set("links", LoyaltyContext.Default.Uri),
            Throws.ArgumentException.With.Message.Contains("[JsonPropertyName(\"id\")] public Guid? Id { get; init; }"));
    }

    [Test]
    public void Api_OfAServiceThatHasNone_IsRefused()
    {
        using var transport = ScriptedTransport.Answering("{}");
        using var client = TestClients.Facade(transport);

        Assert.That(() => client.Company().Api("contoso", "sales", "v1.0"), Throws.TypeOf<FinancialsNotSupportedException>().With.Message.Contains("/api/v2.0"));
    }

    [Test]
    public async Task Api_WithoutAName_IsApiV2ItselfForWhatThePackageLacks()
    {
        using var transport = ScriptedTransport.InOrder(Reply.Json(Stored));
        using var client = TestClients.BusinessCentral(transport);

        await client.Company().Api().Set("items", LoyaltyContext.Default.Loyalty).GetAsync(Ids.Customer);

        Assert.That(transport.Requests.Single().Target.AbsolutePath, Does.EndWith($"/api/v2.0/companies(bb6d48b6-c7b2-4a38-9a93-ad5506407f12)/items({Ids.Customer})"));
    }

    [Test]
    public async Task Send_AnyRequest_GoesThroughTheSameTokenRetriesAndErrors()
    {
        using var transport = ScriptedTransport.InOrder(
            Reply.Status(503), Reply.Json("""{"value":[]}"""), Reply.Lost, Reply.Error(400, "BadRequest", "No."), Reply.Json("{}"));
        using var client = TestClients.BusinessCentral(new FinancialsClientOptions { Transport = transport, Resilience = { BaseDelay = TimeSpan.Zero } });
        var company = client.Company();

        var body = await company.SendAsync(HttpMethod.Get, "items?$top=1");
        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => company.SendAsync(HttpMethod.Post, "items", BinaryData.FromString("{}")));
        await Assert.ThrowsAsync<FinancialsValidationException>(() => company.SendAsync(HttpMethod.Post, "items", BinaryData.FromString("{}")));
        await company.SendAsync(HttpMethod.Patch, $"items({Ids.Customer})", new BinaryData(Encoding.UTF8.GetBytes("{}")), etag: "W/\"1\"");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(body!.ToString(), Is.EqualTo("""{"value":[]}"""));
            Assert.That(transport.Methods, Is.EqualTo("GET GET POST POST PATCH"));
            Assert.That(transport.Requests[0].Target.AbsoluteUri, Does.EndWith("/companies(bb6d48b6-c7b2-4a38-9a93-ad5506407f12)/items?$top=1"));
            Assert.That(transport.Requests[0].Headers["Authorization"], Is.EqualTo("Bearer token"));
            Assert.That(transport.Requests[4].Headers["If-Match"], Is.EqualTo("W/\"1\""));
        }
    }

    private static ApiEntitySet<Loyalty> Set(FinancialsClient client) =>
        client.Company().Api("contoso", "sales", "v1.0").Set("loyaltyMembers", LoyaltyContext.Default.Loyalty, key: m => m.MemberNumber);
}
