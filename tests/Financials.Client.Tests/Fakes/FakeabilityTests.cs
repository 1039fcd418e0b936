using System.Reflection;

namespace Financials.Client.Tests.Fakes;

/// <summary>Nothing that an application calls is out of reach for a fake, and nothing that it reads cannot be made.</summary>
public class FakeabilityTests
{
    private static readonly Type[] Exported = typeof(FinancialsClient).Assembly.GetExportedTypes();

    private static IEnumerable<Type> Clients => Exported.Where(type =>
        type.Name.Contains("Client", StringComparison.Ordinal) && type is { IsClass: true, IsSealed: false } ||
        type.Name.StartsWith("EntityQuery", StringComparison.Ordinal) ||
        type.Name.Contains("EntitySet", StringComparison.Ordinal));

    private static IEnumerable<Type> Models => Exported.Where(type =>
        type.GetProperties().Any(property => property.GetSetMethod(nonPublic: true) is { IsAssembly: true }));

    [TestCaseSource(nameof(Clients))]
    public void Client_EveryMember_CanBeOverridden(Type client)
    {
        var fixedMembers = client
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsVirtual || method.IsFinal)
            .Select(method => method.Name)
            .Where(name => name != nameof(IDisposable.Dispose)); // Dispose(bool) is the one to override.

        Assert.That(fixedMembers, Is.Empty);
    }

    [TestCaseSource(nameof(Clients))]
    public void Client_ForAFake_CanBeMadeWithoutAService(Type client)
    {
        var constructor = client.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []);

        Assert.That(constructor, Is.Not.Null);
        Assert.That(constructor.IsFamily, Is.True);
    }

    [TestCaseSource(nameof(Models))]
    public void Model_MembersThatOnlyTheServiceSets_CanBeMadeForATest(Type model)
    {
        var factory = typeof(FinancialsModelFactory).GetMethod(model.Name);
        var settable = factory?.GetParameters().Select(parameter => parameter.Name!) ?? [];
        var served = model.GetProperties()
            .Where(property => property.GetSetMethod(nonPublic: true) is { IsAssembly: true })
            .Select(property => property.Name);

        Assert.That(served.Except(settable, StringComparer.OrdinalIgnoreCase), Is.Empty);
    }

    [Test]
    public void Models_AreFound() => Assert.That(Models, Does.Contain(typeof(Customer)).And.Contain(typeof(CustomerPayment)).And.Contain(typeof(Company)));
}
