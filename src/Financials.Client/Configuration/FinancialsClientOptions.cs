using System.Globalization;
using System.Net;
using Financials.Client.Configuration;
using Microsoft.Extensions.Logging;

namespace Financials.Client;

/// <summary>How a <see cref="FinancialsClient"/> works. Copied when the client is made; later changes have no effect on it.</summary>
public sealed class FinancialsClientOptions
{
    private const long OneKilobyte = 1024;

    /// <summary>
    /// What sends the requests in the end. Default: null, for connections of the client's own that are renewed every five
    /// minutes, so that changes in DNS are seen. One that you give is yours: the client does not dispose it. It must not follow
    /// redirects, which would take the token to another address.
    /// </summary>
    public HttpMessageHandler? Transport { get; set; }

    /// <summary>
    /// The proxy of the client's own connections, for example a <see cref="WebProxy"/>. Default: null, for that of the system. A
    /// <see cref="Transport"/> that you give has its own, so give one of the two.
    /// </summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>How calls are retried, limited and given up.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>
    /// The longest response that is read, in bytes after decompression. Default: 100 MB. A longer one ends the call with a
    /// <see cref="FinancialsException"/>, so that no server can exhaust the application's memory. At least 1 KB.
    /// </summary>
    public long MaxResponseBytes { get; set; } = 100 * 1024 * OneKilobyte;

    /// <summary>
    /// The language of the service's messages, and the regional form of dates and numbers in them, as a tag such as <c>de-DE</c>: sent as
    /// <c>Accept-Language</c>. Values of properties do not depend on it. Default: null, for the language of the user who signed in.
    /// </summary>
    public string? Language { get; set; }

    /// <summary>
    /// Which copy of the database answers <c>GetAsync</c>, queries and counts. Default: null, for the service's own choice, which is the
    /// primary database for nearly everything. What the client reads in order to decide on a write always comes from there.
    /// </summary>
    public ReadIntent? ReadIntent { get; set; }

    /// <summary>The clock for timeouts, delays and tokens. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where log entries go, under the category <c>Financials.Client</c>. Default: null, for nowhere. Spans and metrics need no
    /// setting: listen to the names that <c>FinancialsTelemetry</c> has.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>A copy whose settings work; throws, naming every setting that cannot.</summary>
    internal FinancialsClientOptions Checked()
    {
        ArgumentNullException.ThrowIfNull(Resilience);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        string[] problems =
        [
            .. Resilience.Problems().Select(problem => $"{nameof(Resilience)}.{problem}"),
            .. MaxResponseBytes is < OneKilobyte or > int.MaxValue
                ? [string.Create(CultureInfo.InvariantCulture, $"{nameof(MaxResponseBytes)} has to be from {OneKilobyte} to {int.MaxValue}")]
                : Array.Empty<string>(),
            .. Problems(Language, ReadIntent),
            .. Proxy is null || Transport is null ? Array.Empty<string>() : [$"{nameof(Proxy)} is for the client's own connections, and {nameof(Transport)} has its own: give one of the two"],
            .. RedirectGuard.Problem(Transport) is { } redirects ? [$"{nameof(Transport)} {redirects}"] : Array.Empty<string>(),
        ];
        if (problems.Length > 0)
        {
            throw new ArgumentException($"The options cannot work: {string.Join("; ", problems)}.");
        }

        var copy = (FinancialsClientOptions)MemberwiseClone();
        copy.Resilience = Resilience.Copy();
        return copy;
    }

    /// <summary>What is wrong with the options that calls can have of their own.</summary>
    internal static IEnumerable<string> Problems(string? language, ReadIntent? intent)
    {
        if (language is not null && !IsLanguage(language))
        {
            yield return $"{nameof(Language)} has to be a language tag such as de-DE";
        }

        if (intent is not (null or Client.ReadIntent.ReadOnly or Client.ReadIntent.ReadWrite))
        {
            yield return $"{nameof(ReadIntent)} has to be {nameof(Client.ReadIntent.ReadOnly)} or {nameof(Client.ReadIntent.ReadWrite)}";
        }
    }

    /// <summary>Letters, digits and hyphens. Which languages there are is the service's to know.</summary>
    internal static bool IsLanguage(string tag) => tag.Length > 0 && tag.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol == '-');
}
