using System.Reflection;
using System.Text.Json.Nodes;
using Financials.Client.Tests.Contract;
using Financials.Client.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Tests.Operations;

/// <summary>No member of a public model, and none of the contract, is forgotten on the way out or on the way in.</summary>
public class ModelMembersTests
{
    /// <summary>Members of the contract that no model has, and why.</summary>
    private static readonly Dictionary<string, string> NotInModels = new()
    {
        ["@odata.context"] = "Control information: describes the answer, not the entity.",
        ["@odata.type"] = "Control information: each set has one type.",
    };

    private static IEnumerable<TestCaseData> Models() => ModelCase.All.Select(c => new TestCaseData(c).SetArgDisplayNames(c.Model.Name));

    private static IEnumerable<TestCaseData> WritableModels() =>
        ModelCase.All.Where(c => c.Create is not null).Select(c => new TestCaseData(c).SetArgDisplayNames(c.Model.Name));

    [Test]
    public void Models_OfThePublicApi_AreAllTestedHere() =>
        Assert.That(
            typeof(FinancialsClient).Assembly.GetExportedTypes().Where(type => type.GetProperty(nameof(Customer.ETag)) is not null),
            Is.EquivalentTo(ModelCase.All.Select(c => c.Model)));

    [TestCaseSource(nameof(WritableModels))]
    public async Task Create_EveryMemberSet_SendsEachAndReadsEachBack(object model)
    {
        var tested = (ModelCase)model;
        var settable = WireForm.SettableOf(tested.Model);
        var entity = Activator.CreateInstance(tested.Model)!;
        SampleValues.Fill(entity, settable);
        tested.Model.GetProperty(nameof(Customer.Id))!.SetValue(entity, Ids.Customer);
        using var transport = ScriptedTransport.Storing();
        using var client = TestClients.Facade(transport);

        var created = await tested.Create!(client, entity);

        JsonAssert.AreEqual(
            transport.Requests.Single().Body,
            new JsonObject(settable.Select(p => KeyValuePair.Create(WireForm.NameOf(p), WireForm.Of(p.GetValue(entity))))).ToJsonString());
        Assert.That(created, Is.EqualTo(entity));
    }

    [TestCaseSource(nameof(WritableModels))]
    public void Contract_EveryMemberThatCanBeWritten_CanBeSetInTheModel(object model)
    {
        var tested = (ModelCase)model;

        Assert.That(
            WireForm.SettableOf(tested.Model).Select(WireForm.NameOf),
            Is.EquivalentTo(MembersOf(tested).Where(m => ContractDocument.Text(m.Value, "readOnly") != "true").Select(m => m.Key)));
    }

    [TestCaseSource(nameof(Models))]
    public async Task Get_EveryMemberAnswered_ReadsEach(object model)
    {
        var tested = (ModelCase)model;
        var properties = tested.Model.GetProperties();
        var complete = Activator.CreateInstance(tested.Model)!;
        SampleValues.Fill(complete, properties);
        var answer = new JsonObject(properties.Select(p => KeyValuePair.Create(WireForm.NameOf(p), WireForm.Of(p.GetValue(complete)))));
        answer["@odata.etag"] = "W/\"1\"";
        using var transport = ScriptedTransport.Answering(answer.ToJsonString());
        using var client = TestClients.Facade(transport);

        var read = await tested.Get(client, Guid.Parse(answer["id"]!.ToString()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Select(m => m.Key), Is.EquivalentTo(MembersOf(tested).Select(m => m.Key)), "The model's members are those of the contract.");
            foreach (var property in properties)
            {
                var wire = WireForm.Of(property.GetValue(read));
                Assert.That(wire?.ToJsonString(), Is.EqualTo(answer[WireForm.NameOf(property)]!.ToJsonString()), property.Name);
            }
        }
    }

    [TestCaseSource(nameof(WritableModels))]
    public async Task Update_EveryMemberCleared_SendsTheServicesNothingForEach(object model)
    {
        var tested = (ModelCase)model;
        var settable = WireForm.SettableOf(tested.Model);
        var entity = Activator.CreateInstance(tested.Model)!;
        SampleValues.Fill(entity, settable);
        var read = FactoryTests.Make(tested.Model, entity);
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var client = TestClients.Facade(transport);

        var cleared = tested.Model.GetMethod("<Clone>$")!.Invoke(read, null)!;
        foreach (var property in settable)
        {
            property.SetValue(cleared, null);
        }

        await tested.Update!(client, cleared);

        JsonAssert.AreEqual(
            transport.Requests.Single().Body,
            new JsonObject(settable.Select(p => KeyValuePair.Create(WireForm.NameOf(p), NothingFor(p)))).ToJsonString());
    }

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> MembersOf(ModelCase tested) =>
        ContractDocument.Documented.Schemas[tested.Schema].Where(member => !NotInModels.ContainsKey(member.Key));

    private static JsonNode? NothingFor(PropertyInfo property) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Name switch
    {
        nameof(String) => "",
        nameof(Guid) => "00000000-0000-0000-0000-000000000000",
        nameof(DateOnly) => "0001-01-01",
        nameof(CustomerType) or nameof(CustomerBlocked) => " ",
        _ => null,
    };
}
