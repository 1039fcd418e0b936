using System.Reflection;

namespace Financials.Client.Tests.PublicApi;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <param name="type">The type.</param>
    /// <param name="nullability">Where the type is used: whether that place may be null, and its parts as well.</param>
    /// <param name="isWritten">Whether the place is one that callers write to.</param>
    public static string Of(Type type, NullabilityInfo? nullability = null, bool isWritten = false)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability, isWritten);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Of(value)}?";
        }

        // A type parameter without a constraint is reported as nullable whether it is written with "?" or without.
        var isAnything = type.IsGenericParameter && !type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        var mayBeNull = !type.IsValueType && !isAnything && (isWritten ? nullability?.WriteState : nullability?.ReadState) is NullabilityState.Nullable;
        return Name(type, nullability) + (mayBeNull ? "?" : "");
    }

    /// <summary>The <c>where</c> clauses of a generic type or method.</summary>
    public static string Constraints(MemberInfo generic)
    {
        var parameters = generic switch
        {
            Type type => type.GetGenericArguments(),
            MethodInfo method => method.GetGenericArguments(),
            _ => [],
        };
        return string.Concat(parameters.Select(parameter => (parameter, rules: Rules(parameter)))
            .Where(clause => clause.rules.Count > 0)
            .Select(clause => $" where {clause.parameter.Name} : {string.Join(", ", clause.rules)}"));
    }

    private static List<string> Rules(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> rules = [];
        if (isStruct || attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            rules.Add(isStruct ? "struct" : "class");
        }

        rules.AddRange(parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(c => Of(c)));
        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            rules.Add("new()");
        }

        return rules;
    }

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[]";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (!type.IsGenericType)
        {
            return type.IsNested && !type.IsGenericParameter ? $"{Of(type.DeclaringType!)}.{type.Name}" : type.Name;
        }

        var arguments = type.GetGenericArguments().Select((argument, at) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(at)));
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", arguments)}>";
    }
}
