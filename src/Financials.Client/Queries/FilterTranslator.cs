using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Financials.Client.Models;

namespace Financials.Client.Queries;

/// <summary>
/// Translates a condition into the service's filter syntax. It accepts exactly what the service evaluates: several other forms
/// would be answered with 200 and unfiltered data, so whatever is not listed here throws.
/// </summary>
/// <param name="nameOf">The service's name of a property; null for one that may not be named.</param>
/// <param name="purpose">What the properties are named for, as in "filter by".</param>
/// <param name="encodesOptions">Whether the service writes the names of options as names in XML are.</param>
internal sealed class FilterTranslator(Func<PropertyInfo, string?> nameOf, string purpose, bool encodesOptions = false)
{
    public string Translate(LambdaExpression condition) => Operand(condition.Body, isNegated: false);

    /// <summary>The service's name of the property that an expression such as <c>c => c.Number</c> names.</summary>
    public string MemberName(LambdaExpression member) =>
        TryMember(member.Body) is { } property
            ? WireName(property)
            : throw Unsupported(member.Body, "Name a property of the entity itself, as in c => c.Number.");

    /// <summary>The service has no "not", so a negation is carried down to the comparisons, which have opposites.</summary>
    private string Condition(Expression expression, bool isNegated) => Unwrap(expression) switch
    {
        UnaryExpression { NodeType: ExpressionType.Not } negation when negation.Type == typeof(bool) => Condition(negation.Operand, !isNegated),
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both =>
            IsAlternative(both, isNegated) ? Or(both, isNegated) : $"{Operand(both.Left, isNegated)} and {Operand(both.Right, isNegated)}",
        BinaryExpression comparison when Operator(comparison.NodeType) is { } symbol => Comparison(comparison, isNegated ? Opposite(symbol) : symbol),
        MethodCallExpression { Arguments: [var text] } call when IsNullOrEmpty(call) => $"{Member(text, call)} {(isNegated ? "ne" : "eq")} ''",
        MethodCallExpression { Object: { } text, Arguments: [var argument] } call when Function(call.Method) is { } function => isNegated
            ? throw Unsupported(call, $"It has no opposite of {call.Method.Name}. Ask for what does, or leave the others out when they have been read.")
            : $"{function}({Member(text, call)},{Text(argument, call)})",
        MethodCallExpression { Object: { } text } call when TryMember(text) is not null && SearchName(call.Method.Name) is not null =>
            throw Unsupported(call, $"Give {call.Method.Name} a text in double quotes and nothing else: how letters are compared is the service's own rule."),
        MethodCallExpression { Method.Name: nameof(Enumerable.Contains) } call when Sought(call) is { } property => throw Unsupported(
            call, $"It does not look into lists. Compare with each value, as in {property} == first || {property} == second, or run one query for each."),
        var other => throw Unsupported(other, "Use ==, !=, <, <=, >, >=, &&, ||, !, StartsWith, EndsWith, Contains or string.IsNullOrEmpty."),
    };

    /// <summary><c>or</c> binds less tightly than <c>and</c>, so an alternative inside a conjunction needs parentheses.</summary>
    private string Operand(Expression expression, bool isNegated) =>
        IsAlternative(expression, isNegated) ? $"({Condition(expression, isNegated)})" : Condition(expression, isNegated);

    /// <summary>Whether a condition becomes an <c>or</c>. The negation of one is an <c>and</c>, and the other way round.</summary>
    private static bool IsAlternative(Expression expression, bool isNegated) => Unwrap(expression) switch
    {
        UnaryExpression { NodeType: ExpressionType.Not } negation => IsAlternative(negation.Operand, !isNegated),
        { NodeType: ExpressionType.OrElse } => !isNegated,
        { NodeType: ExpressionType.AndAlso } => isNegated,
        _ => false,
    };

    private string Or(BinaryExpression or, bool isNegated)
    {
        var members = MembersIn(or).Distinct().ToList();
        return members.Count == 1
            ? $"{Operand(or.Left, isNegated)} or {Operand(or.Right, isNegated)}"
            : throw Unsupported(
                or,
                $"The service evaluates {(isNegated ? "the negation of &&" : "||")} only between conditions on one property, and this names {string.Join(" and ", members)}. Run one query for each.");
    }

    private static bool IsNullOrEmpty(MethodCallExpression call) =>
        call.Method.DeclaringType == typeof(string) && call.Method.Name == nameof(string.IsNullOrEmpty);

    /// <summary>The property that is looked for in a list, as its author wrote it.</summary>
    private static string? Sought(MethodCallExpression call) =>
        call.Arguments.FirstOrDefault(argument => TryMember(argument) is not null) is { } property ? ExpressionText.Of(property) : null;

    private string Comparison(BinaryExpression comparison, string symbol)
    {
        if (TryMember(comparison.Left) is { } left)
        {
            return $"{WireName(left)} {symbol} {Literal(comparison.Right, comparison, left.PropertyType, symbol)}";
        }

        return TryMember(comparison.Right) is { } right
            ? $"{WireName(right)} {Mirrored(symbol)} {Literal(comparison.Left, comparison, right.PropertyType, symbol)}"
            : throw NotOfAMember(comparison);
    }

    private static NotSupportedException NotOfAMember(BinaryExpression comparison) =>
        new[] { comparison.Left, comparison.Right }.FirstOrDefault(side => TryMember(Unwrap(side)) is not null) is { } converted
            ? Unsupported(comparison, $"It compares properties as they are, and this one is converted to {(Nullable.GetUnderlyingType(converted.Type) ?? converted.Type).Name}.")
            : Unsupported(comparison, "One side of a comparison has to be a property of the entity itself.");

    private string Member(Expression expression, Expression whole) =>
        TryMember(expression) is { } property ? WireName(property) : throw Unsupported(whole, "What is searched has to be a property of the entity itself.");

    private static PropertyInfo? TryMember(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion when KeepsValue(conversion) => TryMember(conversion.Operand),
        MemberExpression { Expression: ParameterExpression, Member: PropertyInfo property } => property,
        // c.TaxLiable!.Value and c.TaxLiable are the same member on the wire.
        MemberExpression { Member.Name: "Value", Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => TryMember(inner),
        _ => null,
    };

    private static IEnumerable<string> MembersIn(Expression expression) => Unwrap(expression) switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both => MembersIn(both.Left).Concat(MembersIn(both.Right)),
        BinaryExpression comparison => new[] { comparison.Left, comparison.Right }.Select(TryMember).OfType<PropertyInfo>().Select(p => p.Name),
        UnaryExpression { NodeType: ExpressionType.Not } negation => MembersIn(negation.Operand),
        MethodCallExpression call => call.Arguments.Prepend(call.Object).OfType<Expression>().Select(TryMember).OfType<PropertyInfo>().Select(p => p.Name),
        _ => [],
    };

    /// <summary>Whether the service, which does not convert, compares the same values.</summary>
    private static bool KeepsValue(UnaryExpression conversion)
    {
        var from = Nullable.GetUnderlyingType(conversion.Operand.Type) ?? conversion.Operand.Type;
        var to = Nullable.GetUnderlyingType(conversion.Type) ?? conversion.Type;
        return to.IsAssignableFrom(from) || (from == typeof(int) && (to == typeof(long) || to == typeof(decimal)));
    }

    private string WireName(PropertyInfo property) => nameOf(property)
        ?? throw new NotSupportedException($"The service cannot {purpose} {property.DeclaringType?.Name}.{property.Name}.");

    private static string? Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => null,
    };

    private static string Opposite(string symbol) => symbol switch
    {
        "eq" => "ne",
        "ne" => "eq",
        "lt" => "ge",
        "le" => "gt",
        "gt" => "le",
        _ => "lt",
    };

    private static string Mirrored(string symbol) => symbol switch
    {
        "lt" => "gt",
        "le" => "ge",
        "gt" => "lt",
        "ge" => "le",
        _ => symbol,
    };

    private static string? Function(MethodInfo method) => method.DeclaringType != typeof(string) || method.GetParameters() is not [{ ParameterType.Name: nameof(String) }]
        ? null
        : SearchName(method.Name);

    private static string? SearchName(string method) => method switch
    {
        nameof(string.StartsWith) => "startswith",
        nameof(string.EndsWith) => "endswith",
        nameof(string.Contains) => "contains",
        _ => null,
    };

    private static string Text(Expression value, Expression whole) => FilterLiteral.Of(
        (string?)Value(value, whole) ?? throw Unsupported(whole, $"'{ExpressionText.Of(value)}' is null. Leave the condition out, or give it a text."));

    private static object? Value(Expression value, Expression whole) => EntityUse.IsIn(value)
        ? throw Unsupported(whole, "It cannot compare two properties of an entity with each other. Compare a property with a value.")
        : ExpressionValue.Of(value);

    private string Literal(Expression value, Expression whole, Type memberType, string symbol) => Value(value, whole) switch
    {
        null when symbol is not ("eq" or "ne") => throw Unsupported(
            whole, "Nothing is smaller or larger than null. Leave the condition out, or compare with a value."),
        null => Nothing(memberType, whole),
        string text => FilterLiteral.Of(text),
        IOpenEnumeration option => FilterLiteral.Of(encodesOptions ? OptionName.Encoded(option.Value)! : option.Value),
        bool flag => flag ? "true" : "false",
        Guid id => id.ToString(),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => FilterLiteral.Of(instant),
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        var other => throw Unsupported(whole, $"The service has no literal for a {other.GetType().Name}."),
    };

    /// <summary>The service has no null: each type has its own value for "nothing".</summary>
    private string Nothing(Type memberType, Expression whole)
    {
        var type = Nullable.GetUnderlyingType(memberType) ?? memberType;
        return type switch
        {
            _ when type == typeof(string) => "''",
            _ when type == typeof(Guid) => Guid.Empty.ToString(),
            _ when type == typeof(DateOnly) => "0001-01-01",
            _ when type == typeof(DateTimeOffset) => "0001-01-01T00:00:00Z",
            _ when typeof(IOpenEnumeration).IsAssignableFrom(type) => encodesOptions ? "'_x0020_'" : "' '",
            _ => throw Unsupported(whole, $"The service stores no null in a property of type {type.Name}. Compare with a value."),
        };
    }

    private static Expression Unwrap(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion ? Unwrap(conversion.Operand) : expression;

    private static NotSupportedException Unsupported(Expression part, string advice) =>
        new($"The service cannot evaluate '{ExpressionText.Of(part)}'. {advice}");
}
