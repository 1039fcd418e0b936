using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>What of an entity is sent: its own members, and related entities.</summary>
public sealed class ProjectionTests
{
    [TestCase("$select=number", "@odata.etag id number")]
    [TestCase("$select=number, balance,id", "@odata.etag id number balance")]
    [TestCase("$select=address", "@odata.etag id address")]
    [TestCase("$select=currency&$expand=currency", "@odata.etag id currency")]
    public void Select_KeepsTheEtagAndTheId(string options, string members) =>
        Assert.That(string.Join(' ', First(options).Select(member => member.Key)), Is.EqualTo(members));

    [TestCase("")]
    [TestCase("$select=")]
    [TestCase("$select=*")]
    public void Select_OfNothingOrEverything_SendsAll(string options) =>
        Assert.That(JsonNode.DeepEquals(First(options), Rows.All[1]), Is.True);

    [Test]
    public void Item_Changed_LeavesTheStoredEntityAsItWas()
    {
        var item = First("");
        item["address"]!["city"] = "Elsewhere";
        item["number"] = "X";

        Assert.That(Rows.Numbers("?$filter=address/city eq 'Atlanta'"), Is.EqualTo("C1"));
    }

    [Test]
    public void Expand_OneRelatedEntity_IsSentInside()
    {
        var items = Rows.Page("?$expand=currency").Items;

        Assert.That((string?)items[0]["currency"]!["code"], Is.EqualTo("USD"));
        Assert.That(items[2].ContainsKey("currency"), Is.True);
        Assert.That(items[2]["currency"], Is.Null);
    }

    [Test]
    public void Expand_WithoutItsKeyBeingSelected_StillFindsTheRelatedEntity() =>
        Assert.That((string?)First("$select=number&$expand=currency")["currency"]!["code"], Is.EqualTo("USD"));

    [TestCase("payments", "10000 20000 30000")]
    [TestCase("payments($orderby=lineNumber desc;$top=2)", "30000 20000")]
    [TestCase("payments($filter=lineNumber gt 10000;$skip=1)", "30000")]
    [TestCase("currency,payments($filter=lineNumber eq 10000 or lineNumber eq 30000)", "10000 30000")]
    [TestCase("payments($select=lineNumber),currency($select=code)", "10000 20000 30000")]
    public void Expand_RelatedEntities_AreQueriedLikeAnyOthers(string expand, string lines) => Assert.That(
        string.Join(' ', First($"$expand={expand}")["payments"]!.AsArray().Select(payment => payment!["lineNumber"])), Is.EqualTo(lines));

    [Test]
    public void Expand_WithASelection_SendsOnlyThat() =>
        Assert.That(First("$expand=currency($select=code)")["currency"]!.ToJsonString(), Is.EqualTo("""{"id":"5323df69-df69-5323-69df-235369df2353","code":"USD"}"""));

    [Test]
    public void Project_OfASingleEntity_DoesTheSameAsAPage() => Assert.That(
        JsonNode.DeepEquals(Rows.Query("?$select=number&$expand=currency").Project(Rows.All[1], Rows.Related), First("$select=number&$expand=currency")),
        Is.True);

    private static JsonObject First(string options) => Rows.Page($"?{options}").Items[0];
}
