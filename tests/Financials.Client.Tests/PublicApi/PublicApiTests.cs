using System.ComponentModel;
using System.Reflection;

namespace Financials.Client.Tests.PublicApi;

public class PublicApiTests
{
    [Test]
    public void PublicApi_NamesNoTypeOfItsMachinery()
    {
        var mentioned =
            from type in typeof(FinancialsClient).Assembly.GetExportedTypes()
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where IsVisible(member)
            from named in TypesIn(member).Append(type.BaseType).Concat(type.GetInterfaces())

                // An application's own records are written and read by what System.Text.Json generates for them.
            where type.Name is not ("ApiClient" or "NameJsonConverter`1")
            where named?.Namespace is { } @namespace &&
                (@namespace.StartsWith("Microsoft.Kiota", StringComparison.Ordinal) ||
                 @namespace.StartsWith("Polly", StringComparison.Ordinal) ||
                 @namespace.StartsWith("System.Text.Json", StringComparison.Ordinal))
            select $"{type}.{member.Name}: {named}";

        Assert.That(mentioned, Is.Empty);
    }

    [Test]
    public void PublicTypes_LiveInOneNamespace() =>
        Assert.That(
            typeof(FinancialsClient).Assembly.GetExportedTypes().Where(type => type.Namespace != "Financials.Client"),
            Is.Empty);

    /// <summary>The words of the documents, which no service is known to take, or Microsoft Graph alone.</summary>
    [Test]
    public void DocumentedForms_AreFoundByThoseWhoLookForThem()
    {
        MethodBase[] documented =
        [
            typeof(CompanyClient).GetProperty(nameof(CompanyClient.CustomerPayments))!.GetMethod!,
            typeof(JournalPaymentClient).GetMethod(nameof(JournalPaymentClient.CreateAsync))!,
            typeof(InvoiceCustomerClient).GetMethod(nameof(InvoiceCustomerClient.CreateAsync))!,
            .. typeof(CustomersClient).GetMethods().Where(method => method.Name == nameof(CustomersClient.AddReferenceAsync)),
        ];
        var hidden =
            from type in typeof(FinancialsClient).Assembly.GetExportedTypes()
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where member.GetCustomAttribute<EditorBrowsableAttribute>()?.State is EditorBrowsableState.Never
            select member is PropertyInfo property ? property.GetMethod : (MethodBase)member;

        Assert.That(hidden, Is.EquivalentTo(documented));
    }

    [Test]
    public void Exceptions_CanAllBeMadeWithWhatCausedThem() => Assert.That(
        typeof(FinancialsClient).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(Exception)))
            .Where(type => !type.GetConstructors().Any(constructor => constructor.GetParameters()[^1].ParameterType == typeof(Exception))),
        Is.Empty);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => field.IsPublic || field.IsFamily,
        _ => true,
    };

    private static IEnumerable<Type?> TypesIn(MemberInfo member)
    {
        Type?[] named = member switch
        {
            MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType)],
            ConstructorInfo constructor => [.. constructor.GetParameters().Select(p => p.ParameterType)],
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            _ => [],
        };
        return named.SelectMany(type => type!.GetGenericArguments().Prepend(type));
    }
}
