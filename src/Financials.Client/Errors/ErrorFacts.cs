using System.Globalization;

namespace Financials.Client.Errors;

/// <summary>What is known about a failed request, ready to be shown: nothing in it is secret or personal.</summary>
internal sealed record ErrorFacts
{
    public static ErrorFacts None { get; } = new();

    public int? Status { get; init; }

    public string? Code { get; init; }

    public string? ServiceMessage { get; init; }

    public string? RequestId { get; init; }

    public string? CorrelationId { get; init; }

    public string? ClientRequestId { get; init; }

    public string? Method { get; init; }

    public string? Path { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the request was sent; zero where it never was.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the service may have executed an attempt before the last one.</summary>
    public bool MayHaveBeenExecutedBefore { get; init; }

    /// <summary>The facts that are known, by name.</summary>
    public IEnumerable<(string Name, string Value)> All()
    {
        (string Name, string? Value)[] facts =
        [
            ("Request", Method is null ? null : $"{Method} {Path}"),
            ("Status", Status?.ToString(CultureInfo.InvariantCulture)),
            ("Code", Code),
            ("Service says", ServiceMessage),
            ("Request id", RequestId),
            ("Correlation id", CorrelationId),
            ("Client request id", ClientRequestId),
            ("Attempts", Attempts == 0 ? null : Attempts.ToString(CultureInfo.InvariantCulture)),
            ("Retry after", RetryAfter?.ToString()),
        ];
        return facts.Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value!));
    }
}
