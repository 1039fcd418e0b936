using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>Reads the filters that the service evaluates; the valid ones that it does not end in an <see cref="UnevaluatedFilterException"/>.</summary>
internal sealed class FilterParser(string filter, QueryShape shape)
{
    private const int DeepestNesting = 100;

    private readonly FilterLexer _lexer = new(filter);
    private int _depth;

    public Condition Parse()
    {
        var condition = Alternatives();
        return _lexer.Next.Kind == FilterTokenKind.End ? condition : throw _lexer.Unreadable("Syntax error");
    }

    private Condition Alternatives()
    {
        var condition = Conjunctions();
        while (_lexer.TryTake("or"))
        {
            condition = new Alternative(condition, Conjunctions());
        }

        return condition;
    }

    private Condition Conjunctions()
    {
        var condition = Single();
        while (_lexer.TryTake("and"))
        {
            condition = new Conjunction(condition, Single());
        }

        return condition;
    }

    private Condition Single()
    {
        if (_lexer.Next.Is("not"))
        {
            throw new UnevaluatedFilterException();
        }

        return _lexer.TryTake("(") ? Nested(Group) : ComparisonOrSearch();
    }

    private Condition Group()
    {
        var condition = Alternatives();
        return _lexer.TryTake(")") ? condition : throw _lexer.Unreadable("')' or operator expected");
    }

    private Condition ComparisonOrSearch()
    {
        var left = Side();
        if (Operator() is not { } symbol)
        {
            return left as Condition ?? throw NoCondition(left);
        }

        _lexer.Take();
        return (left, Side()) switch
        {
            (Operand member, Literal literal) => Compare(member, symbol, literal),
            (Literal literal, Operand member) => Compare(member, Mirrored(symbol), literal),
            _ => throw new UnevaluatedFilterException(),
        };
    }

    /// <summary>A side of a comparison: an <see cref="Operand"/>, a <see cref="Literal"/>, or a whole <see cref="Condition"/>.</summary>
    private object Side()
    {
        if (_lexer.Next.Kind is FilterTokenKind.Sign or FilterTokenKind.End)
        {
            throw _lexer.Unreadable("Expression expected");
        }

        var token = _lexer.Take();
        if (token.Kind == FilterTokenKind.Literal)
        {
            return new Literal(token.Value);
        }

        return _lexer.Next.Is("(") ? FilterFunctions.Call(token.Text, Nested(() => Arguments(token.Text))) : new Operand(shape.Member(token.Text));
    }

    private List<object> Arguments(string function)
    {
        // A lambda has a syntax of its own, and the service does not evaluate it anyway.
        if (function.EndsWith("/any", StringComparison.Ordinal) || function.EndsWith("/all", StringComparison.Ordinal))
        {
            throw new UnevaluatedFilterException();
        }

        _lexer.Take();
        var arguments = new List<object>();
        while (!_lexer.TryTake(")"))
        {
            arguments.Add(Side());
            if (!_lexer.TryTake(",") && !_lexer.Next.Is(")"))
            {
                throw _lexer.Unreadable("')' or ',' expected");
            }
        }

        return arguments;
    }

    /// <summary>Reads what is in parentheses, unless it is so deep that the stack might not hold it.</summary>
    private T Nested<T>(Func<T> read)
    {
        if (++_depth > DeepestNesting)
        {
            throw ServiceException.UnreadableQuery("Recursion depth exceeded allowed limit.");
        }

        var inner = read();
        _depth--;
        return inner;
    }

    private ComparisonOperator? Operator() => _lexer.Next switch
    {
        { Kind: not FilterTokenKind.Name } => null,
        { Text: "eq" } => ComparisonOperator.Equal,
        { Text: "ne" } => ComparisonOperator.NotEqual,
        { Text: "lt" } => ComparisonOperator.LessThan,
        { Text: "le" } => ComparisonOperator.LessThanOrEqual,
        { Text: "gt" } => ComparisonOperator.GreaterThan,
        { Text: "ge" } => ComparisonOperator.GreaterThanOrEqual,
        _ => null,
    };

    private static ComparisonOperator Mirrored(ComparisonOperator symbol) => symbol switch
    {
        ComparisonOperator.LessThan => ComparisonOperator.GreaterThan,
        ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
        ComparisonOperator.GreaterThan => ComparisonOperator.LessThan,
        ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThanOrEqual,
        _ => symbol,
    };

    private static Comparison Compare(Operand operand, ComparisonOperator symbol, Literal literal) =>
        operand.Member.Kind.TryConvert(literal.Value, out var value)
            ? new(operand, symbol, value)
            : throw ServiceException.InvalidQuery(
                "A binary operator with incompatible types was detected. " +
                $"Found operand types '{operand.Member.Kind.Name}' and '{ValueKind.OfLiteral(literal.Value)!.Name}' for operator kind '{symbol}'.");

    /// <summary>What stands where a condition should: OData that the service ignores, or an error.</summary>
    private Exception NoCondition(object side)
    {
        if (_lexer.Next is { Kind: FilterTokenKind.Name, Text: "in" or "has" or "add" or "sub" or "mul" or "div" or "divby" or "mod" })
        {
            return new UnevaluatedFilterException();
        }

        if (_lexer.Next.Kind != FilterTokenKind.End && !_lexer.Next.Is(")") && !_lexer.Next.Is("and") && !_lexer.Next.Is("or"))
        {
            return _lexer.Unreadable("Syntax error");
        }

        return side is Literal { Value: bool } || (side is Operand operand && operand.Member.Kind == ValueKind.Flag)
            ? new UnevaluatedFilterException()
            : ServiceException.InvalidQuery("The $filter expression must evaluate to a single boolean value.");
    }
}
