using System.Reflection;
using System.Runtime.CompilerServices;

namespace Financials.Client.Tests.PublicApi;

/// <summary>
/// What an assembly offers to others, as text much like C#: a block for each type, sorted. What the compiler adds to records
/// is left out; it follows from the word <c>record</c>.
/// </summary>
internal static class PublicApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Block);
        return string.Join("\n", types);
    }

    private static string Block(Type type)
    {
        var members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"    {name} = {Convert.ToInt64(Enum.Parse(type, name), null)},\n")
            : type.GetMembers(Declared)
                .Where(IsListed)
                .Select(member => (Member: member, Text: MemberText.Of(member)))
                .OrderBy(listed => Rank(listed.Member))
                .ThenBy(listed => listed.Member.Name, StringComparer.Ordinal)
                .ThenBy(listed => listed.Text, StringComparer.Ordinal)
                .Select(listed => $"    {listed.Text}\n");
        return $"{Heading(type)}\n{{\n{string.Concat(members)}}}\n";
    }

    private static string Heading(Type type)
    {
        var parents = type.GetInterfaces()
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(parent => parent.IsVisible && !type.IsEnum && !(IsRecord(type) && parent.Name == "IEquatable`1"))
            .OrderBy(parent => parent.FullName ?? parent.Name, StringComparer.Ordinal)
            .ToList();
        if (type.BaseType is { } parentClass && parentClass != typeof(object) && !type.IsValueType)
        {
            parents.Insert(0, parentClass);
        }

        var inherits = parents.Count == 0 ? "" : $" : {string.Join(", ", parents.Select(parent => TypeText.Of(parent)))}";
        return $"public {Modifiers(type)}{Kind(type)} {TypeText.Of(type)}{inherits}{TypeText.Constraints(type)}";
    }

    private static string Modifiers(Type type) => type switch
    {
        { IsInterface: true } or { IsEnum: true } => "",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "",
        { IsAbstract: true, IsSealed: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Kind(Type type) =>
        type.IsInterface ? "interface"
        : type.IsEnum ? "enum"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : (IsRecord(type), type.IsValueType) switch
        {
            (true, false) => "record",
            (true, true) => "record struct",
            (false, true) => "struct",
            _ => "class",
        };

    private static bool IsRecord(Type type) => type.GetMethods(Declared).Any(method =>
        method.Name == "PrintMembers" && method.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static bool IsListed(MemberInfo member) => member switch
    {
        Type or FieldInfo { IsSpecialName: true } => false,
        PropertyInfo property => property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo @event => IsVisible(@event.AddMethod!),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => false,
        MethodBase method => IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        _ => false,
    };

    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static int Rank(MemberInfo member) => member switch
    {
        FieldInfo => 0,
        ConstructorInfo => 1,
        PropertyInfo => 2,
        EventInfo => 3,
        _ => 4,
    };
}
