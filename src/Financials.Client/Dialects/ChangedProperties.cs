using Financials.Client.Errors;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects;

/// <summary>
/// Picks what a request has to say about each property: nothing where it is as it was, the new value, or the value by which the
/// service understands "nothing". A create is a change from an empty entity.
/// </summary>
/// <param name="entity">The kind of entity, for texts.</param>
/// <param name="explicitNulls">Takes the properties whose "nothing" is null, which the wire models themselves would leave out.</param>
/// <param name="properties">The service's names of the properties.</param>
/// <param name="comparison">When two values count as the same.</param>
internal struct ChangedProperties(string entity, IDictionary<string, object> explicitNulls, PropertyTable properties, ValueComparison comparison)
{
    /// <summary>To how many decimals the service rounds amounts, as far as that is known: the currency may say otherwise.</summary>
    private const int AmountDecimals = 2;

    private readonly bool _asStored = comparison is ValueComparison.AsStored;

    /// <summary>Whether anything differs.</summary>
    public bool Any { get; private set; }

    public string? Text(string? now, string? before) => Differ(now, before, blank: now is null or "") ? now ?? "" : null;

    /// <summary>A code or number, which the service stores trimmed and in upper case.</summary>
    public string? Code(string? now, string? before) => InCapitals(now, before, now?.Trim(' '), before?.Trim(' '));

    /// <summary>A date formula such as <c>1M+CM</c>, which the service stores without spaces and in upper case.</summary>
    public string? DateFormula(string? now, string? before) =>
        InCapitals(now, before, now?.Replace(" ", "", StringComparison.Ordinal), before?.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A text that the service does not return as it was sent, if at all, so that nothing can be read off it.</summary>
    public string? NotReturned(string? now, string? before) => Differ(now, before, blank: true) ? now ?? "" : null;

    /// <summary>A name of an open enumeration; the blank name is "none of them".</summary>
    public string? Option(string? now, string? before, string blank = " ") =>
        Differ(now, before, blank: string.IsNullOrWhiteSpace(now)) ? now ?? blank : null;

    public Guid? Id(Guid? now, Guid? before) => Differ(now, before, blank: now is null || now == Guid.Empty) ? now ?? Guid.Empty : null;

    public Date? Date(DateOnly? now, DateOnly? before) => Differ(now, before, blank: now is null) ? now ?? DateOnly.MinValue : (Date?)null;

    public TValue? Value<TValue>(string name, TValue? now, TValue? before)
        where TValue : struct => Differ(now, before, blank: now is null) ? now ?? Null<TValue?>(name) : null;

    /// <summary>An amount, which the service may store rounded.</summary>
    public decimal? Amount(string name, decimal? now, decimal? before)
    {
        var same = _asStored && now is { } sent && Math.Round(sent, AmountDecimals, MidpointRounding.AwayFromZero) == before;
        return same ? null : Value(name, now, before);
    }

    /// <summary>A property that this service does not have. It is refused when it is set, because to leave it out would lose it.</summary>
    /// <param name="name">The property.</param>
    /// <param name="now">Its value.</param>
    /// <param name="before">Its value in the state that was read.</param>
    /// <param name="instead">A sentence that names what to use; null where there is nothing.</param>
    public readonly void Refuse<TValue>(string name, TValue now, TValue before, string? instead = null)
    {
        if (comparison is ValueComparison.Exact && !EqualityComparer<TValue>.Default.Equals(now, before))
        {
            throw ServiceErrors.NoSuchProperty($"{entity}.{name}", properties.Service, instead);
        }
    }

    public TWire? Object<TModel, TWire>(
        string name, TModel? now, TModel? before, Func<TModel, TWire?> toWire, Func<TModel, TModel?, bool> agree)
        where TModel : class
        where TWire : class
    {
        var same = _asStored && now is not null && agree(now, before);
        return !same && Differ(now, before, blank: now is null) ? (now is null ? null : toWire(now)) ?? Null<TWire>(name) : null;
    }

    private string? InCapitals(string? now, string? before, string? nowStored, string? beforeStored)
    {
        var same = comparison is not ValueComparison.Exact && string.Equals(nowStored, beforeStored, StringComparison.OrdinalIgnoreCase);
        return !same && Differ(now, before, blank: string.IsNullOrWhiteSpace(now)) ? now ?? "" : null;
    }

    private bool Differ<TValue>(TValue now, TValue before, bool blank)
    {
        var differ = !(_asStored && blank) && !EqualityComparer<TValue>.Default.Equals(now, before);
        Any |= differ;
        return differ;
    }

    private readonly TValue? Null<TValue>(string name)
    {
        explicitNulls[properties.WireName(name)] = null!;
        return default;
    }
}
