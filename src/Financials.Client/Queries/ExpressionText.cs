using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Financials.Client.Queries;

/// <summary>An expression much as its author wrote it, for messages: without the compiler's conversions and closures.</summary>
internal sealed class ExpressionText : ExpressionVisitor
{
    private static readonly ExpressionText Writer = new();

    public static string Of(Expression expression)
    {
        var text = Writer.Visit(expression).ToString()
            .Replace(" AndAlso ", " && ", StringComparison.Ordinal)
            .Replace(" OrElse ", " || ", StringComparison.Ordinal);
        return expression is BinaryExpression && text is ['(', .. var inner, ')'] ? inner : text;
    }

    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked ? Named(node, Visit(node.Operand).ToString()) : base.VisitUnary(node);

    /// <summary>An array is made a span by a conversion that nobody writes.</summary>
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node is { Method.Name: "op_Implicit", Arguments: [var converted] } ? Named(node, Visit(converted).ToString())
        : node.Object is null && node is { Method.DeclaringType.Name: nameof(MemoryExtensions), Arguments: [var list, ..] }
            ? Named(node, $"{Visit(list)}.{node.Method.Name}({string.Join(", ", node.Arguments.Zip(node.Method.GetParameters()).Skip(1).Where(IsWritten).Select(pair => Visit(pair.First)))})")
        : base.VisitMethodCall(node);

    /// <summary>Arguments that are left out of a call come as their defaults.</summary>
    private static bool IsWritten((Expression Argument, ParameterInfo Parameter) pair) =>
        !pair.Parameter.IsOptional || pair.Argument is not ConstantExpression { Value: null };

    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression is ConstantExpression { Type: var owner } && owner.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            ? Named(node, node.Member.Name)
            : base.VisitMember(node);

    /// <summary>An expression writes a parameter as nothing but its name.</summary>
    private static ParameterExpression Named(Expression node, string text) => Expression.Parameter(node.Type, text);
}
