using System.Reflection;

namespace Financials.Client.Tests.Operations;

/// <summary>The model factory can make whatever a service can return.</summary>
public class FactoryTests
{
    private static IEnumerable<TestCaseData> Models() => ModelCase.All.Select(c => new TestCaseData(c.Model).SetArgDisplayNames(c.Model.Name));

    [TestCaseSource(nameof(Models))]
    public void Factory_EveryServerAssignedMember_HasAParameterThatArrives(Type model)
    {
        var assigned = WireForm.AssignedOf(model);
        var values = assigned.Index().ToDictionary(
            member => member.Item.Name,
            member => SampleValues.Of(member.Item.PropertyType, member.Item.Name, member.Index + 1),
            StringComparer.OrdinalIgnoreCase);

        var made = Make(model, Activator.CreateInstance(model)!, values);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                FactoryOf(model).GetParameters().Where(p => p.ParameterType != model).Select(p => p.Name!.ToUpperInvariant()),
                Is.EquivalentTo(assigned.Select(p => p.Name.ToUpperInvariant())));
            foreach (var member in assigned)
            {
                Assert.That(member.GetValue(made), Is.EqualTo(values[member.Name]), member.Name);
            }
        }
    }

    [TestCaseSource(nameof(Models))]
    public void Factory_EveryMemberThatACallerCanSet_IsTaken(Type model)
    {
        var settable = WireForm.SettableOf(model);
        var entity = Activator.CreateInstance(model)!;
        SampleValues.Fill(entity, settable);

        var made = Make(model, entity);

        using (Assert.EnterMultipleScope())
        {
            foreach (var member in settable)
            {
                Assert.That(member.GetValue(made), Is.EqualTo(member.GetValue(entity)), member.Name);
            }
        }
    }

    [TestCaseSource(nameof(Models))]
    public void Factory_NothingElseGiven_MakesAnIdAndAVersion(Type model)
    {
        var made = Make(model, Activator.CreateInstance(model)!);

        Assert.That(model.GetProperty(nameof(Customer.Id))!.GetValue(made), Is.Not.Null.And.Not.EqualTo(Guid.Empty));
        Assert.That(model.GetProperty(nameof(Customer.ETag))!.GetValue(made), Is.Not.Null.And.Not.Empty);
    }

    /// <summary>Calls the factory method of a model.</summary>
    internal static object Make(Type model, object entity, IReadOnlyDictionary<string, object>? assigned = null)
    {
        var factory = FactoryOf(model);
        var arguments = factory.GetParameters().Select(p => p.ParameterType == model ? entity : assigned?.GetValueOrDefault(p.Name!));
        return factory.Invoke(null, [.. arguments])!;
    }

    private static MethodInfo FactoryOf(Type model) => typeof(FinancialsModelFactory).GetMethod(model.Name)!;
}
