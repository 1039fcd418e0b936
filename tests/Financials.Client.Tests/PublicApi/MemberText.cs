using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Financials.Client.Tests.PublicApi;

/// <summary>Members as C# declares them.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(MemberInfo member) => member switch
    {
        FieldInfo field => Field(field),
        ConstructorInfo constructor => $"{Access(constructor)}{NameOf(constructor.DeclaringType!)}({Parameters(constructor)});",
        PropertyInfo property => Property(property),
        EventInfo @event => $"{Modifiers(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!, Nullability.Create(@event))} {@event.Name};",
        MethodInfo method => Method(method),
        _ => throw new NotSupportedException($"{member.DeclaringType}.{member.Name} is a {member.MemberType}."),
    };

    private static string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public " : "protected ";
        var type = TypeText.Of(field.FieldType, Nullability.Create(field));
        return field.IsLiteral
            ? $"{access}const {type} {field.Name} = {Value(field.GetRawConstantValue(), field.FieldType)};"
            : $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name};";
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(PublicApiListing.IsVisible).ToList();
        var widest = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var type = TypeText.Of(property.PropertyType, Nullability.Create(property), isWritten: property.GetMethod is null);
        return $"{Modifiers(widest)}{required}{type} {name} {{ {string.Concat(accessors.Select(accessor => AccessorText(accessor, widest)))}}}";
    }

    private static string AccessorText(MethodInfo accessor, MethodInfo widest)
    {
        var access = Access(accessor) == Access(widest) ? "" : Access(accessor);
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return $"{access}{(accessor.ReturnType != typeof(void) ? "get" : isInit ? "init" : "set")}; ";
    }

    private static string Method(MethodInfo method)
    {
        var result = TypeText.Of(method.ReturnType, method.ReturnType == typeof(void) ? null : Nullability.Create(method.ReturnParameter));
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var self = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Modifiers(method)}{result} {method.Name}{generic}({self}{Parameters(method)}){TypeText.Constraints(method)};";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var how = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        var type = TypeText.Of(parameter.ParameterType, Nullability.Create(parameter), isWritten: !parameter.IsOut);
        return $"{how}{type} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue, parameter.ParameterType)}" : "")}";
    }

    private static string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => $"{TypeText.Of(type)}.{Enum.ToObject(type, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Modifiers(MethodInfo method)
    {
        var kind = method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true } when method.GetBaseDefinition() != method => method.IsFinal ? "sealed override " : "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return method.DeclaringType!.IsInterface ? "" : Access(method) + kind;
    }

    private static string Access(MethodBase method) =>
        method.IsPublic ? "public " : method.IsFamily ? "protected " : "protected internal ";

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
