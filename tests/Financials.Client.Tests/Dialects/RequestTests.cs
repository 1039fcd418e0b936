using Financials.Client.Dialects;
using Financials.Client.Dialects.BusinessCentral;
using Financials.Client.Tests.Calls;
using Financials.Client.Tests.Outbox;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;
using Documented = Financials.Client.Dialects.Documented;

namespace Financials.Client.Tests.Dialects;

/// <summary>What is sent: several creates in one request, sets of an application's own, addresses and codes.</summary>
[CancelAfter(20_000)]
public class RequestTests
{
    private const string Root = "https://central.example/v2.0/contoso.com/production/api/contoso/sales/v1.0";

    private static readonly PostalAddress Nowhere = new();

    private static JsonEndpoint<Loyalty> Set { get; } = new(new(Root), new(Root + "/companies(x)/members"), LoyaltyContext.Default.Loyalty);

    [Test]
    public async Task Creates_OfSeveral_GoInOneRequestWithTheirRelativeAddresses(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, _) = Journals.New();
        using var client = server.Client();

        var results = await client.Payments(journal).RunAsync(Batches.Of(2), new ListLedger(), guard);

        var sent = server.Requests.Single(request => request.Method == "POST");
        Assert.That(sent.Target.AbsoluteUri, Is.EqualTo("https://service.example/api/v2.0/$batch"));
        JsonAssert.AreEqual(sent.Body, $$"""{"requests":[{{Create(0, 10_007)}},{{Create(1, 20_007)}}]}""");

        string Create(int place, int line) =>
            $$$"""
            {"id":"{{{place}}}","method":"POST","url":"companies({{{Ids.Company}}})/customerPaymentJournals({{{journal}}})/customerPayments",
            "headers":{"Content-Type":"application/json"},
            "body":{"lineNumber":{{{line}}},"customerNumber":"C0001","postingDate":"2026-03-01","documentNumber":"{{{results[place].DocumentNumber}}}","amount":-100}}
            """;
    }

    /// <summary>The service gives no second page to a query with a limit, so a limit that a page cannot hold is not sent.</summary>
    [TestCase(5, null, "?$top=5")]
    [TestCase(20_000, null, "?$top=20000")]
    [TestCase(20_001, null, "")]
    [TestCase(5, 5, "?$top=5")]
    [TestCase(6, 5, "")]
    [TestCase(null, 5, "")]
    public void List_OfASetOfOnesOwn_SendsALimitThatFitsIntoAPage(int? top, int? pageSize, string query)
    {
        var request = Set.List(new() { Top = top }, pageSize);

        Assert.That(request.Address.AbsoluteUri, Is.EqualTo($"{Root}/companies(x)/members{query}"));
        Assert.That((request.PageSize, request.Accept), Is.EqualTo((pageSize, "application/json")));
    }

    [Test]
    public void Requests_OfASetOfOnesOwn_HaveTheirAddressesAndForms()
    {
        var count = Set.Count(new() { Filter = "a eq 1" });
        var get = Set.Get(Ids.Customer, new() { Select = ["a", "id"], Expand = ["b"] });
        var run = Set.Run(Ids.Customer, "a/b", "{}"u8.ToArray());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Relative(count.Address), count.Accept), Is.EqualTo(("/$count?$filter=a%20eq%201", "text/plain;q=0.9")));
            Assert.That(Relative(get.Address), Is.EqualTo($"({Ids.Customer})?$select=a%2Cid&$expand=b"));
            Assert.That((run.Method, Relative(run.Address)), Is.EqualTo((HttpMethod.Post, $"({Ids.Customer})/Microsoft.NAV.a%2Fb")));
            Assert.That(Set.Properties.EncodesOptions, Is.False);
        }

        static string Relative(Uri address) => address.AbsoluteUri[$"{Root}/companies(x)/members".Length..];
    }

    [Test]
    public void Set_OfARecordWithoutAnId_SaysWhatToAdd() => Assert.That(
        () => new JsonProperties<Uri>(LoyaltyContext.Default.Uri),
        Throws.ArgumentException.With.Message.StartsWith(
            "Uri has no property of type Guid that is called \"id\" in JSON. Add one, for example: [JsonPropertyName(\"id\")] public Guid? Id { get; init; }"));

    /// <summary>As the service stores it: codes trimmed and in upper case, and nothing for a blank text.</summary>
    [TestCase(" l-1 ", "L-1", 5, 5.0, true)]
    [TestCase(" ", null, null, 7.0, true)]
    [TestCase("L-1", null, null, null, false)]
    [TestCase("L-1", "L-2", null, null, false)]
    [TestCase(null, null, 5, null, false)]
    [TestCase(null, null, 5, 6.0, false)]
    public void IsStored_ARecordOfOnesOwn_ComparesWhatWasSent(string? sentNumber, string? storedNumber, double? sentPoints, double? storedPoints, bool isStored) =>
        Assert.That(
            Set.IsStored(
                new() { MemberNumber = sentNumber, Points = (decimal?)sentPoints, Rating = null },
                new() { MemberNumber = storedNumber, Points = (decimal?)storedPoints, Rating = 1 }),
            Is.EqualTo(isStored));

    [TestCase(8_000, true)]
    [TestCase(8_001, false)]
    public void Address_OfAnyLength_IsSentUpToWhatTheServiceTakes(int length, bool isSent)
    {
        const string Start = "https://service.example/";
        var address = new Uri(Start + new string('a', length - Start.Length));

        Assert.That(
            () => ServiceAddress.Checked(address),
            isSent ? Is.SameAs(address) : Throws.TypeOf<NotSupportedException>().With.Message.Contains("8001 characters, and the service takes no more than 8000"));
    }

    [TestCase("One", "One", null)]
    [TestCase("One\nTwo", "One", "Two")]
    [TestCase("One\r\nTwo", "One", "Two")]
    [TestCase("One\rTwo\nThree", "One", "Two\nThree")]
    [TestCase("\n", "", "")]
    [TestCase(null, null, null)]
    public void Street_OfSeveralLines_IsTwoLinesOfBusinessCentral(string? street, string? one, string? two)
    {
        var flat = FlatAddress.Of(new() { Street = street });

        Assert.That((flat.Line1, flat.Line2), Is.EqualTo((one, two)));
    }

    /// <summary>Countries and postal codes are codes; blank parts are none.</summary>
    [Test]
    public void Address_OfTheDocumentedSurface_IsStoredWhereItsPartsAgree()
    {
        var sent = new PostalAddress { Street = "1 Main", City = "", CountryCode = " us", PostalCode = "98052a " };
        var stored = new PostalAddress { Street = "1 Main", CountryCode = "US", PostalCode = "98052A" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Documented.AddressMapping.Agree(sent, stored), Is.True);
            Assert.That(Documented.AddressMapping.Agree(sent, stored with { Street = "2 Main" }), Is.False);
            Assert.That(Documented.AddressMapping.Agree(sent, stored with { City = "Redmond" }), Is.False);
            Assert.That(Documented.AddressMapping.Agree(sent, stored with { State = "WA" }), Is.False);
            Assert.That(Documented.AddressMapping.Agree(sent, stored with { CountryCode = "DK" }), Is.False);
            Assert.That(Documented.AddressMapping.Agree(sent, stored with { PostalCode = null }), Is.False);
            Assert.That(Documented.AddressMapping.Agree(sent, null), Is.False);
            Assert.That(Documented.AddressMapping.Agree(Nowhere with { City = "" }, null), Is.True);
            Assert.That(Documented.AddressMapping.Agree(Nowhere, stored), Is.False);
        }
    }

    /// <summary>What was left to the service is no difference, also where it is a value with parts.</summary>
    [Test]
    public void Customer_OfTheDocumentedSurface_IsStoredWhateverTheServiceChose()
    {
        var terms = new CodeDescription { Code = "14D" };
        var mapping = Documented.CustomerMapping.Instance;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mapping.IsStored(new() { Number = "C1" }, new() { Number = "C1", PaymentTerms = terms }), Is.True);
            Assert.That(mapping.IsStored(new() { PaymentTerms = terms }, new() { PaymentTerms = new() { Code = "14d" } }), Is.True);
            Assert.That(mapping.IsStored(new() { PaymentTerms = terms }, new()), Is.True, "later services return an id in its place");
            Assert.That(mapping.IsStored(new() { PaymentTerms = new() { Description = "Two weeks" } }, new() { PaymentTerms = terms }), Is.True, "the description is the service's own");
            Assert.That(mapping.IsStored(new() { PaymentTerms = terms }, new() { PaymentTerms = new() { Code = "1M" } }), Is.False);
        }
    }

    [Test]
    public void Readers_OfASetOfOnesOwn_AreMadeOnce()
    {
        var (entity, page) = (Set.Entity, Set.Page);

        Assert.That(Set.Entity, Is.SameAs(entity));
        Assert.That(Set.Page, Is.SameAs(page));
    }

    /// <summary>The service insists on all parts as soon as there is an address.</summary>
    [Test]
    public void Address_OfTheDocumentedSurface_IsSentWithAllItsPartsOrNone()
    {
        var wire = Documented.AddressMapping.ToWire(new() { State = "WA" });
        var other = Documented.AddressMapping.ToWire(new() { City = "Redmond" });
        var none = Documented.AddressMapping.ToWire(new());

        Assert.That((wire.Street, wire.City, wire.State, wire.CountryLetterCode, wire.PostalCode), Is.EqualTo(("", "", "WA", "", "")));
        Assert.That((other.City, other.State), Is.EqualTo(("Redmond", "")));
        Assert.That((none.Street, none.City, none.State, none.CountryLetterCode, none.PostalCode), Is.EqualTo(default((string?, string?, string?, string?, string?))));
    }

    [Test]
    public void Customer_WithTermsByTheirCodes_IsToldWhichIdsToUseInBusinessCentral()
    {
        var terms = new CodeDescription { Code = "14D" };
        (Customer Customer, string Says)[] refused =
        [
            (new() { PaymentTerms = terms }, "Customer.PaymentTerms cannot be set in Business Central's API v2.0, so nothing was sent. Use PaymentTermsId instead."),
            (new() { ShipmentMethod = terms }, "Customer.ShipmentMethod cannot be set in Business Central's API v2.0, so nothing was sent. Use ShipmentMethodId instead."),
            (new() { PaymentMethod = terms }, "Customer.PaymentMethod cannot be set in Business Central's API v2.0, so nothing was sent. Use PaymentMethodId instead."),
        ];

        foreach (var (customer, says) in refused)
        {
            Assert.That(() => CustomerMapping.Instance.ToWire(customer), Throws.TypeOf<FinancialsNotSupportedException>().With.Message.EqualTo(says));
        }
    }

    /// <summary>Of one that was never read, only what it says is compared.</summary>
    [Test]
    public void Customers_TwoStates_AreComparedInAllOrInWhatOneSays()
    {
        var stored = new Customer { Number = "C1", DisplayName = "Coho", Blocked = CustomerBlocked.Ship };
        var read = FinancialsModelFactory.Customer(new() { Number = "C1" }, Ids.Customer);
        var mapping = CustomerMapping.Instance;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mapping.AreEqual(new() { Number = "c1" }, stored), Is.True);
            Assert.That(mapping.AreEqual(new() { Number = "C2" }, stored), Is.False);
            Assert.That(mapping.AreEqual(read, stored), Is.False, "it was read without a name");
            Assert.That(mapping.IsStored(new() { Blocked = CustomerBlocked.Ship }, stored), Is.True);
            Assert.That(mapping.IsStored(new() { Blocked = CustomerBlocked.None }, stored), Is.True, "the blank option is not compared");
            Assert.That(mapping.IsStored(new() { Blocked = CustomerBlocked.All }, stored), Is.False);
            Assert.That(mapping.IsStored(new() { Blocked = CustomerBlocked.Ship }, new()), Is.False);
        }
    }
}
