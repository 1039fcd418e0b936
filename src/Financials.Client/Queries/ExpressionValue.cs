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
        UnaryExpression { NodeType: ExpressionType.Convert } conversion => Of(conversion.Operand),
        MemberExpression { Member: FieldInfo field } member => field.GetValue(OfOwner(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(OfOwner(member.Expression)),
        NewExpression { Constructor: { } constructor } creation => constructor.Invoke(Of(creation.Arguments)),
        MethodCallExpression call => call.Method.Invoke(OfOwner(call.Object), Of(call.Arguments)),
        ParameterExpression => throw new NotSupportedException(
            "The service cannot compare two members of an entity with each other. Compare a member with a value."),
        _ => throw new NotSupportedException($"The value of '{expression}' cannot be worked out here. Put it into a variable first."),
    };

    private static object?[] Of(IEnumerable<Expression> arguments) => [.. arguments.Select(Of)];

    private static object? OfOwner(Expression? owner) => owner is null ? null : Of(owner);
}
