using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>A template with the values for it.</summary>
/// <param name="Template">The template, as a generated builder has it.</param>
/// <param name="Path">What a builder holds: the base address and the ids on the way.</param>
/// <param name="Query">What an operation's query parameters hold. No name is in both.</param>
internal sealed record UrlCase(string Template, Dictionary<string, object> Path, Dictionary<string, object> Query)
{
    /// <summary>The expansion by the RFC.</summary>
    public string ByTheRfc() => Rfc6570.Expand(
        Template,
        name => ToTexts(Path.TryGetValue(name, out var value) ? value : Query.GetValueOrDefault(name)));

    /// <summary>The expansion by the runtime under test.</summary>
    public Uri ByTheRuntime()
    {
        var request = new RequestInformation(Method.GET, Template, Path);
        foreach (var (name, value) in Query)
        {
            request.QueryParameters[name] = value;
        }

        return request.URI;
    }

    public override string ToString() =>
        $"{Template} with {string.Join("; ", Path.Concat(Query).Select(pair => $"{pair.Key} = {Describe(pair.Value)}"))}";

    /// <summary>A value as OData writes it in a URL before it is encoded.</summary>
    private static object? ToTexts(object? value) => value switch
    {
        null or string => value,
        System.Collections.IEnumerable list => list.Cast<object>().Select(ToText).ToArray(),
        _ => ToText(value),
    };

    private static string ToText(object value) => value switch
    {
        string text => text,
        true => "true",
        false => "false",
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
        Date date => ((DateOnly)date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No request holds a {value.GetType()}.", nameof(value)),
    };

    private static string Describe(object? value) => ToTexts(value) switch
    {
        null => "null",
        string[] list => $"[{string.Join(", ", list.Select(item => $"\"{item}\""))}]",
        var text => $"\"{text}\"",
    };
}
