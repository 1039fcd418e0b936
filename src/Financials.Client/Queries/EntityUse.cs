using System.Linq.Expressions;

namespace Financials.Client.Queries;

/// <summary>Finds out whether a part of a condition depends on the entity. A lambda inside it has parameters of its own.</summary>
internal sealed class EntityUse : ExpressionVisitor
{
    private bool _found;

    public static bool IsIn(Expression expression)
    {
        var search = new EntityUse();
        search.Visit(expression);
        return search._found;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _found = true;
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node) => node;
}
