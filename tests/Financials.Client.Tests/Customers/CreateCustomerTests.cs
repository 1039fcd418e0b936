using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Customers;

/// <summary>The documented operation "Create customer": <c>POST /financials/companies/{id}/customers</c>.</summary>
public class CreateCustomerTests
{
    private static readonly Guid CompanyId = new("bb6d48b6-c7b2-4a38-9a93-ad5506407f12");

    /// <summary>The example request of the document, in the terms of the public model.</summary>
    private static readonly Customer CohoWinery = new()
    {
        Number = "10000",
        DisplayName = "Coho Winery",
        Address = new PostalAddress
        {
            Street = "192 Market Square",
            City = "Atlanta",
            State = "GA",
            CountryCode = "US",
            PostalCode = "31772",
        },
        PhoneNumber = "",
        Email = "jim.glynn@cronuscorp.net",
        Website = "",
        TaxLiable = true,
        CurrencyCode = "USD",
        PaymentTerms = new CodeDescription { Code = "1M(8D)", Description = "1 Month/2% 8 days" },
        ShipmentMethod = CodeDescription.None,
        PaymentMethod = new CodeDescription { Code = "BANK", Description = "Bank Transfer" },
        Blocked = CustomerBlocked.None,
    };

    [Test]
    public async Task CreateAsync_DocumentedExample_SendsTheDocumentedRequest()
    {
        await using var server = await LoopbackServer.StartAsync(201, Example.Read("create-customer.response.json"));
        using var client = ClientOf(server);

        await client.Companies[CompanyId].Customers.CreateAsync(CohoWinery);

        var request = server.Requests.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Method, Is.EqualTo("POST"));
            Assert.That(request.Target.PathAndQuery, Is.EqualTo($"/beta/financials/companies/{CompanyId}/customers"));
            Assert.That(request.Headers["Authorization"], Is.EqualTo("Bearer the-token"));
            Assert.That(request.Headers["Content-Type"], Is.EqualTo("application/json"));
            Assert.That(request.Headers["Accept"], Is.EqualTo("application/json"));
            Assert.That(request.Headers.Keys, Is.EquivalentTo(
                ["Accept", "Accept-Encoding", "Authorization", "client-request-id", "Content-Length", "Content-Type", "Host", "User-Agent"]));
            JsonAssert.AreEqual(request.Body, Example.Read("create-customer.request.json"));
        }
    }

    [Test]
    public async Task CreateAsync_DocumentedExample_ReadsTheDocumentedAnswer()
    {
        await using var server = await LoopbackServer.StartAsync(201, Example.Read("create-customer.response.json"));
        using var client = ClientOf(server);

        var created = await client.Companies[CompanyId].Customers.CreateAsync(CohoWinery);

        var expected = new Customer
        {
            Id = new Guid("5d115c9c-44e3-ea11-bb43-000d3a2feca1"),
            Number = "10000",
            DisplayName = "Coho Winery",
            Address = CohoWinery.Address,
            PhoneNumber = null,
            Email = "jim.glynn@cronuscorp.net",
            Website = null,
            TaxLiable = true,
            CurrencyCode = "USD",
            PaymentTerms = CohoWinery.PaymentTerms,
            ShipmentMethod = null,
            PaymentMethod = CohoWinery.PaymentMethod,
            Blocked = CustomerBlocked.None,
            Balance = 0m,
            LastModified = new DateTimeOffset(2017, 3, 7, 0, 35, 28, 983, TimeSpan.Zero),
        };
        Assert.That(created, Is.EqualTo(expected));
    }

    [Test]
    public async Task CreateAsync_LaterSurface_MapsEveryMemberBothWays()
    {
        using var transport = ScriptedTransport.Answering(LaterAnswer, System.Net.HttpStatusCode.Created);
        using var client = TestClients.Facade(transport);

        var created = await client.Companies[CompanyId].Customers.CreateAsync(LaterCustomer);

        JsonAssert.AreEqual(transport.Requests.Single().Body, LaterRequest);
        Assert.That(created, Is.EqualTo(LaterCustomer with
        {
            Id = new Guid("52a499d6-99d6-52a4-d699-a452d699a452"),
            ETag = "W/\"JzQ0O0VHUT09JzQ3\"",
            TaxAreaDisplayName = "Atlanta, GA",
            Balance = 10.50m,
            OverdueAmount = 0.01m,
            TotalSalesExcludingTax = 1234567890.12m,
            LastModified = new DateTimeOffset(2016, 12, 31, 23, 56, 51, TimeSpan.FromHours(3)).AddTicks(5562076),
        }));
    }

    [Test]
    public async Task CreateAsync_EveryWayToSayNothing_IsNull()
    {
        using var transport = ScriptedTransport.Answering(
            """
            {"id":"52a499d6-99d6-52a4-d699-a452d699a452","number":"","address":{"street":"","city":"","state":"","countryLetterCode":"",
            "postalCode":""},"taxAreaId":"","currencyId":"00000000-0000-0000-0000-000000000000","type":"_x0020_",
            "paymentTerms":{"code":"","description":""},"shipmentMethod":null,"lastModifiedDateTime":"0001-01-01T00:00:00Z"}
            """);
        using var client = TestClients.Facade(transport);

        var created = await client.Companies[CompanyId].Customers.CreateAsync(new Customer { DisplayName = "Coho" });

        Assert.That(created, Is.EqualTo(new Customer { Id = new Guid("52a499d6-99d6-52a4-d699-a452d699a452") }));
    }

    [TestCase("\" \"", " ")]
    [TestCase("\"\"", " ")]
    [TestCase("\"_x0020_\"", " ")]
    [TestCase("\"Ship\"", "Ship")]
    [TestCase("\"Invoice\"", "Invoice")]
    [TestCase("\"All\"", "All")]
    [TestCase("\"Partner's own\"", "Partner's own")]
    public async Task CreateAsync_AnyBlockedValue_IsKeptAndSentBack(string wire, string value)
    {
        using var transport = ScriptedTransport.Answering($$"""{"id":"52a499d6-99d6-52a4-d699-a452d699a452","displayName":"Coho","blocked":{{wire}}}""");
        using var client = TestClients.Facade(transport);
        var customers = client.Companies[CompanyId].Customers;

        var read = await customers.CreateAsync(new Customer { DisplayName = "Coho" });
        await customers.CreateAsync(read);

        Assert.That(read.Blocked, Is.EqualTo(new CustomerBlocked(value)));
        JsonAssert.AreEqual(transport.Requests[1].Body, $$"""{"displayName":"Coho","blocked":"{{value}}"}""");
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public async Task CreateAsync_NoDisplayName_IsRefusedBeforeAnythingIsSent(string? displayName)
    {
        using var transport = ScriptedTransport.Echo();
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Companies[CompanyId].Customers.CreateAsync(new Customer { Number = "10000", DisplayName = displayName }));

        Assert.That(error.Message, Does.StartWith("A customer cannot be created without a DisplayName."));
        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task CreateAsync_AnswerWithoutBody_SaysThatTheCustomerMayExist()
    {
        using var transport = new ScriptedTransport(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(
            () => client.Companies[CompanyId].Customers.CreateAsync(new Customer { DisplayName = "Coho" }));

        Assert.That(error.Message, Does.Contain("created or changed the record but did not return it"));
    }

    private static FinancialsClient ClientOf(LoopbackServer server) => new(
        FinancialsService.Documented(new Uri(server.Address, "/beta/financials"), "https://graph.microsoft.com/.default"),
        new StaticTokenCredential("the-token"));

    private static readonly Customer LaterCustomer = new()
    {
        Number = "20000",
        DisplayName = "Test \"Adress\" 12æ åø",
        Type = CustomerType.Company,
        Address = new PostalAddress { Street = "12 Main\r\nFloor 3", City = "Paris", State = "IDF", CountryCode = "FR", PostalCode = "75001" },
        PhoneNumber = "+45 12 34",
        Email = "a@example.com",
        Website = "https://example.com",
        TaxLiable = false,
        TaxAreaId = new Guid("592ce91b-e91b-592c-1be9-2c591be92c59"),
        TaxRegistrationNumber = "DK12345678",
        CurrencyId = new Guid("5323df69-df69-5323-69df-235369df2353"),
        CurrencyCode = "EUR",
        PaymentTermsId = new Guid("292944c5-44c5-2929-c544-2929c5442929"),
        ShipmentMethodId = new Guid("29227862-7862-2922-6278-222962782229"),
        PaymentMethodId = new Guid("19caf68e-f68e-19ca-8ef6-ca198ef6ca19"),
        Blocked = CustomerBlocked.Ship,
    };

    private const string LaterRequest =
        """
        {"number":"20000","displayName":"Test \"Adress\" 12æ åø","type":"Company",
        "address":{"street":"12 Main\r\nFloor 3","city":"Paris","state":"IDF","countryLetterCode":"FR","postalCode":"75001"},
        "phoneNumber":"+45 12 34","email":"a@example.com","website":"https://example.com","taxLiable":false,
        "taxAreaId":"592ce91b-e91b-592c-1be9-2c591be92c59","taxRegistrationNumber":"DK12345678",
        "currencyId":"5323df69-df69-5323-69df-235369df2353","currencyCode":"EUR",
        "paymentTermsId":"292944c5-44c5-2929-c544-2929c5442929","shipmentMethodId":"29227862-7862-2922-6278-222962782229",
        "paymentMethodId":"19caf68e-f68e-19ca-8ef6-ca198ef6ca19","blocked":"Ship"}
        """;

    private static readonly string LaterAnswer =
        """
        {"@odata.context":"$metadata#customers/$entity","@odata.etag":"W/\"JzQ0O0VHUT09JzQ3\"","@odata.type":"#microsoft.graph.customer",
        "id":"52a499d6-99d6-52a4-d699-a452d699a452","taxAreaDisplayName":"Atlanta, GA","balance":10.50,"overdueAmount":0.01,
        "totalSalesExcludingTax":1234567890.12,"lastModifiedDateTime":"2016-12-31T23:56:51.5562076+03:00",
        """ + LaterRequest.TrimStart('{');
}
