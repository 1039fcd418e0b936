using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects;

/// <summary>
/// How the generated builders of one set of entities are called. They have the same methods and no common type, so each set names
/// its own. What a set does not have is null.
/// </summary>
internal sealed record EntityRequests<TBuilder, TWire>
{
    public Func<TBuilder, RequestInformation>? List { get; init; }

    /// <summary>A condition on every entity of the set, in the service's terms, where the set's address does not say what it belongs to.</summary>
    public Func<TBuilder, string>? Condition { get; init; }

    public Func<TBuilder, RequestInformation>? Count { get; init; }

    public required Func<TBuilder, Guid, RequestInformation> Get { get; init; }

    public Func<TBuilder, TWire, RequestInformation>? Create { get; init; }

    /// <summary>Where not every service can create here, or this one cannot: a sentence that names the call that works everywhere.</summary>
    public string? InsteadOfCreate { get; init; }

    public Func<(TBuilder Set, Guid Id), TWire, RequestInformation>? Update { get; init; }

    public Func<TBuilder, Guid, RequestInformation>? Delete { get; init; }

    /// <summary>Where this service can neither change nor delete here: a sentence that names the calls that work.</summary>
    public string? InsteadOfChange { get; init; }
}
