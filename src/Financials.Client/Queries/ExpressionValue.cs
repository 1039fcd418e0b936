using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Financials.Client.Queries;

/// <summary>
/// The value of the part of a condition that does not depend on the entity: constants, captured variables, and calls on
/// them. Interpreted rather than compiled, so that it needs no code generation at run time.
/// </summary>
internal static class ExpressionValue
{
    public static object? Of(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion => Converted(conversion),
        MemberExpression { Member: FieldInfo field } member => field.GetValue(OfOwner(member.Expression, member)),
        MemberExpression { Member: PropertyInfo property } member => Call(property.GetMethod!, OfOwner(member.Expression, member), []),
        NewExpression { Constructor: { } constructor } creation =>
            constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, Of(creation.Arguments), culture: null),
        MethodCallExpression call => Call(call.Method, OfOwner(call.Object, call), Of(call.Arguments)),
        _ => throw Unknown(expression),
    };

    private static object?[] Of(IEnumerable<Expression> arguments) => [.. arguments.Select(Of)];

    private static object? OfOwner(Expression? owner, Expression whole) => owner is null
        ? null
        : Of(owner) ?? throw new InvalidOperationException($"'{ExpressionText.Of(whole)}' has no value, because '{ExpressionText.Of(owner)}' is null.");

    private static object? Call(MethodInfo method, object? owner, object?[] arguments) =>
        method.Invoke(owner, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    /// <summary>The value as the compiler would have converted it: a lost fraction would change what is asked.</summary>
    private static object? Converted(UnaryExpression conversion)
    {
        var value = Of(conversion.Operand);
        if (conversion.Method is { } method)
        {
            return value is null && conversion.IsLifted ? null : Call(method, null, [value]);
        }

        var target = Nullable.GetUnderlyingType(conversion.Type) ?? conversion.Type;
        return value is null || target.IsInstanceOfType(value) ? value
            : target.IsPrimitive && IsWhole(value) ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
            : throw Unknown(conversion);
    }

    private static bool IsWhole(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or char or Enum;

    private static NotSupportedException Unknown(Expression expression) =>
        new($"The value of '{ExpressionText.Of(expression)}' cannot be worked out here. Put it into a variable first.");
}
