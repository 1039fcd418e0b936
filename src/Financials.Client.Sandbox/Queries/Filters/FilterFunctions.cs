using System.Collections.Frozen;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>The functions of a filter: those that the service evaluates, those that it ignores, and no others.</summary>
internal static class FilterFunctions
{
    /// <summary>Functions of OData that the service takes and then leaves the whole filter out.</summary>
    private static readonly FrozenSet<string> Unevaluated = new[]
    {
        "length", "indexof", "concat", "trim", "matchesPattern", "year", "month", "day", "hour", "minute", "second", "fractionalseconds", "date",
        "time", "totaloffsetminutes", "now", "mindatetime", "maxdatetime", "round", "floor", "ceiling", "cast", "isof",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a call stands for: a <see cref="Condition"/> for a search, an <see cref="Operand"/> for a changed text.</summary>
    public static object Call(string name, IReadOnlyList<object> arguments) => name switch
    {
        "startswith" => Search(name, arguments, (text, part, how) => text.StartsWith(part, how)),
        "endswith" => Search(name, arguments, (text, part, how) => text.EndsWith(part, how)),
        "contains" => Search(name, arguments, (text, part, how) => text.Contains(part, how)),
        "tolower" => Changed(name, arguments, text => text.ToLowerInvariant()),
        "toupper" => Changed(name, arguments, text => text.ToUpperInvariant()),
        "substring" => Substring(name, arguments),
        _ when Unevaluated.Contains(name) => throw new UnevaluatedFilterException(),
        _ => throw ServiceException.InvalidQuery(
            $"An unknown function with name '{name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed."),
    };

    private static TextSearch Search(string name, IReadOnlyList<object> arguments, Func<string, string, StringComparison, bool> found) => arguments switch
    {
        [Operand { Change: null, Member.Kind.IsText: true } operand, Literal { Value: string part }] =>
            new(operand.Member, (text, how) => found(text, part, how)),
        [Operand { Member.Kind.IsText: true }, Literal { Value: string }] or [Literal { Value: string }, Operand { Member.Kind.IsText: true }]
            or [Operand { Member.Kind.IsText: true }, Operand { Member.Kind.IsText: true }] => throw new UnevaluatedFilterException(),
        _ => throw NoSignature(name),
    };

    private static Operand Changed(string name, IReadOnlyList<object> arguments, Func<string, string> change) => arguments switch
    {
        [Operand { Change: null, Member.Kind.IsText: true } operand] => operand with { Change = change },
        [Operand { Member.Kind.IsText: true }] or [Literal { Value: string }] => throw new UnevaluatedFilterException(),
        _ => throw NoSignature(name),
    };

    private static Operand Substring(string name, IReadOnlyList<object> arguments)
    {
        var length = arguments is [_, _, Literal { Value: decimal most }] ? most : decimal.MaxValue;
        if (arguments is not [Operand { Member.Kind.IsText: true } operand, Literal { Value: decimal start }, ..] || arguments.Count > 3 ||
            (arguments.Count == 3 && length == decimal.MaxValue))
        {
            throw NoSignature(name);
        }

        if (operand.Change is not null)
        {
            throw new UnevaluatedFilterException();
        }

        return operand with
        {
            Change = text =>
            {
                var from = (int)Math.Clamp(start, 0, text.Length);
                return text.Substring(from, (int)Math.Clamp(length, 0, text.Length - from));
            },
        };
    }

    private static ServiceException NoSignature(string name) =>
        ServiceException.InvalidQuery($"No function signature for the function with name '{name}' matches the specified arguments.");
}
