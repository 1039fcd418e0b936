using System.Text.RegularExpressions;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>What an exception says that it may not say, and where it says it.</summary>
internal static partial class Leaks
{
    public static IEnumerable<string> Of(FinancialsException failure)
    {
        if (Canaries.HasLineBreak(failure.Message))
        {
            yield return $"throws an exception whose message has a line break{Place(failure, Canaries.HasLineBreak)}";
        }

        if (Canaries.In(failure.Message) is { } secret)
        {
            yield return $"throws an exception whose message holds {secret}{Place(failure, text => Canaries.In(text) == secret)}";
        }
        else if (Canaries.In(failure.ToString()) is { } inText)
        {
            yield return $"throws an exception whose text holds {inText}{Place(failure, text => Canaries.In(text) == inText)}";
        }
    }

    /// <summary>Where an exception that is none of this package's comes from: the innermost method of this repository.</summary>
    public static string PlaceOf(Exception escaped) =>
        OwnMethod().Match(escaped.StackTrace ?? "") is { Success: true } method ? $" from {method.Groups[1].Value}" : "";

    private static string Place(FinancialsException failure, Func<string, bool> isFound)
    {
        (string Name, string? Text)[] places =
        [
            (nameof(failure.ServiceMessage), failure.ServiceMessage),
            (nameof(failure.Code), failure.Code),
            (nameof(failure.RequestId), failure.RequestId),
            (nameof(failure.CorrelationId), failure.CorrelationId),
            (nameof(failure.Path), failure.Path),
            ($"{nameof(failure.InnerException)}, a {failure.InnerException?.GetType().Name}", failure.InnerException?.ToString()),
        ];
        var found = places.FirstOrDefault(place => place.Text is not null && isFound(place.Text));
        return found.Name is { } name ? $", from its {name}" : "";
    }

    [GeneratedRegex(@"at Financials\.Client\.([^(\s]+)")]
    private static partial Regex OwnMethod();
}
