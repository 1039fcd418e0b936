using System.Text.Json.Nodes;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>No member of a public model, and none of a contract, is forgotten on the way out or on the way in.</summary>
public class ModelMembersTests
{
    private static IEnumerable<TestCaseData> Models() =>
        from surface in Surface.All
        from model in ModelCase.All
        where model.Surfaces.Contains(surface)
        select new TestCaseData(surface, model).SetArgDisplayNames(surface.ToString(), model.Model.Name);

    private static IEnumerable<TestCaseData> WritableModels() => Models().Where(data => ((ModelCase)data.Arguments[1]!).Create is not null);

    [Test]
    public void Models_OfThePublicApi_AreAllTestedHere() =>
        Assert.That(
            typeof(FinancialsClient).Assembly.GetExportedTypes().Where(type => type.GetProperty(nameof(Customer.ETag)) is not null),
            Is.EquivalentTo(ModelCase.All.Select(c => c.Model)));

    [TestCaseSource(nameof(WritableModels))]
    public async Task Create_EveryMemberSet_SendsEachAndReadsEachBack(object on, object model)
    {
        var (surface, tested) = ((Surface)on, (ModelCase)model);
        var settable = WireForm.SettableOf(tested.Model).Where(surface.Writes).ToList();
        var entity = Activator.CreateInstance(tested.Model)!;
        SampleValues.Fill(entity, settable);
        tested.Model.GetProperty(nameof(Customer.Id))!.SetValue(entity, Ids.Customer);
        using var transport = ScriptedTransport.Storing();
        using var client = surface.Client(transport);

        var created = await tested.Create!(client, entity);

        JsonAssert.AreEqual(transport.Requests.Single().Body, new JsonObject(settable.SelectMany(p => surface.Pairs(p, p.GetValue(entity)))).ToJsonString());
        Assert.That(created, Is.EqualTo(entity));
    }

    [TestCaseSource(nameof(WritableModels))]
    public void Create_MemberThatTheServiceLacks_IsRefusedBeforeAnythingIsSent(object on, object model)
    {
        var (surface, tested) = ((Surface)on, (ModelCase)model);
        using var transport = ScriptedTransport.Storing();
        using var client = surface.Client(transport);
        using (Assert.EnterMultipleScope())
        {
            foreach (var member in WireForm.SettableOf(tested.Model).Where(member => !surface.Writes(member)))
            {
                var entity = Activator.CreateInstance(tested.Model)!;
                SampleValues.Fill(entity, WireForm.SettableOf(tested.Model).Where(surface.Writes).Append(member));
                Assert.That(
                    () => tested.Create!(client, entity),
                    Throws.InstanceOf<FinancialsNotSupportedException>().With.Message.StartsWith($"{tested.Model.Name}.{member.Name} cannot be set in "));
            }

            Assert.That(transport.Requests, Is.Empty);
        }
    }

    [TestCaseSource(nameof(WritableModels))]
    public void Contract_EveryMemberThatCanBeWritten_CanBeSetInTheModel(object on, object model)
    {
        var (surface, tested) = ((Surface)on, (ModelCase)model);

        Assert.That(
            WireForm.SettableOf(tested.Model).Where(surface.Writes).SelectMany(surface.NamesOf),
            Is.EquivalentTo(surface.MembersOf(tested.Schema).Where(m => m.IsWritable).Select(m => m.Name)));
    }

    [TestCaseSource(nameof(Models))]
    public async Task Get_EveryMemberAnswered_ReadsEach(object on, object model)
    {
        var (surface, tested) = ((Surface)on, (ModelCase)model);
        var properties = tested.Model.GetProperties();
        var complete = Activator.CreateInstance(tested.Model)!;
        SampleValues.Fill(complete, properties);
        var answer = new JsonObject(properties.Where(surface.Has).SelectMany(p => surface.Pairs(p, p.GetValue(complete))));
        answer["@odata.etag"] = "W/\"1\"";
        using var transport = ScriptedTransport.Answering(answer.ToJsonString());
        using var client = surface.Client(transport);

        var read = await tested.Get(client, Guid.Parse(answer["id"]!.ToString()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Select(m => m.Key), Is.EquivalentTo(surface.MembersOf(tested.Schema).Select(m => m.Name)), "The model's members are those of the contract.");
            foreach (var property in properties)
            {
                var value = property.GetValue(read);
                if (!surface.Has(property))
                {
                    Assert.That(value, Is.Null, property.Name);
                    continue;
                }

                foreach (var (name, wire) in surface.Pairs(property, value))
                {
                    Assert.That(wire?.ToJsonString(), Is.EqualTo(answer[name]!.ToJsonString()), property.Name);
                }
            }
        }
    }

    [TestCaseSource(nameof(WritableModels))]
    public async Task Update_EveryMemberCleared_SendsTheServicesNothingForEach(object on, object model)
    {
        var (surface, tested) = ((Surface)on, (ModelCase)model);
        var settable = WireForm.SettableOf(tested.Model).Where(surface.Writes).ToList();
        var entity = Activator.CreateInstance(tested.Model)!;
        SampleValues.Fill(entity, settable);
        settable.RemoveAll(member => tested.Fixed.Contains(member.Name));
        var read = FactoryTests.Make(tested.Model, entity);
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request));
        using var client = surface.Client(transport);

        var cleared = tested.Model.GetMethod("<Clone>$")!.Invoke(read, null)!;
        foreach (var property in settable)
        {
            property.SetValue(cleared, null);
        }

        await tested.Update!(client, cleared);

        JsonAssert.AreEqual(transport.Requests.Single().Body, new JsonObject(settable.SelectMany(surface.Nothings)).ToJsonString());
    }
}
