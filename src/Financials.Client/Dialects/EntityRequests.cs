using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects;

/// <summary>The generated requests of one set of entities. A set that cannot be written has no more than the first four.</summary>
internal sealed record EntityRequests<TWire>
{
    public required Func<RequestInformation> List { get; init; }

    public required Func<string, RequestInformation> Next { get; init; }

    public required Func<Guid, RequestInformation> Get { get; init; }

    public required Func<RequestInformation> Count { get; init; }

    public Func<TWire, RequestInformation>? Create { get; init; }

    /// <summary>Where not every service can create here: a sentence that names the call that works everywhere.</summary>
    public string? InsteadOfCreate { get; init; }

    public Func<Guid, TWire, RequestInformation>? Update { get; init; }

    public Func<Guid, RequestInformation>? Delete { get; init; }
}
