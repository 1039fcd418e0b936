using System.Collections.Frozen;

namespace Financials.Client;

/// <summary>
/// What some calls do otherwise than the client's others: <c>company.With(options => options with { Language = "de-DE" })</c> gives a
/// client that shares token, connections and limits with the one it comes from, and costs next to nothing. Immutable.
/// </summary>
public sealed record CallOptions
{
    /// <summary>Headers that the client sets itself, each with what to use instead.</summary>
    private static readonly FrozenDictionary<string, string> Taken = new Dictionary<string, string>
    {
        ["Authorization"] = "the client's credential",
        ["Accept-Language"] = nameof(Language),
        ["Data-Access-Intent"] = nameof(ReadIntent),
        ["If-Match"] = "the ETag of the entity that is changed",
        ["Prefer"] = "the page size of the query",
        ["client-request-id"] = "the ClientRequestId of the response or exception",
        ["Accept"] = "nothing", ["Host"] = "nothing", ["Connection"] = "nothing", ["Transfer-Encoding"] = "nothing", ["User-Agent"] = "nothing",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal CallOptions(TimeSpan timeout, string? language, ReadIntent? readIntent) => (Timeout, Language, ReadIntent) = (timeout, language, readIntent);

    /// <summary>
    /// The longest a call may take, with all attempts, look-ups, pages and delays. Default: <see cref="ResilienceOptions.TotalTimeout"/> of
    /// the client. From 10 milliseconds to one day.
    /// </summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>The language of the service's messages, as a tag such as <c>de-DE</c>. Default: that of the client.</summary>
    public string? Language { get; init; }

    /// <summary>Which copy of the database answers reads that decide on no write. Default: that of the client.</summary>
    public ReadIntent? ReadIntent { get; init; }

    /// <summary>
    /// Headers that every request gets besides the client's own. Default: none. They are logged by whatever is on the way, so give them
    /// no secrets.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// Called once at the end of each call, whether it succeeds or fails, with the last response to its request; not where there was
    /// none. A list is one call for each page. Default: null. What it throws takes the place of the call's result, so let it throw nothing.
    /// </summary>
    public Action<CallResponse>? OnResponse { get; init; }

    /// <summary>A copy that works; throws, naming every option that cannot.</summary>
    internal CallOptions Checked()
    {
        ArgumentNullException.ThrowIfNull(Headers);
        string[] problems =
        [
            .. ResilienceOptions.IsTimeout(Timeout) ? Array.Empty<string>() : [$"{nameof(Timeout)} {ResilienceOptions.TimeoutRange}"],
            .. FinancialsClientOptions.Problems(Language, ReadIntent),
            .. Headers.Select(header => Problem(header.Key, header.Value)).OfType<string>(),
        ];
        return problems.Length == 0
            ? this with { Headers = Headers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase) }
            : throw new ArgumentException($"The options cannot work: {string.Join("; ", problems)}.");
    }

    private static string? Problem(string name, string value)
    {
        if (Taken.TryGetValue(name, out var instead))
        {
            return $"the header {name} is the client's own to set, so use {instead} instead";
        }

        using var probe = new HttpRequestMessage();
        return name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || !probe.Headers.TryAddWithoutValidation(name, "")
            ? $"'{name}' is no name of a request header"
            : value is null || value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? $"the header {name} has to be one line of ASCII letters, digits and signs"
            : null;
    }
}
