using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects;

/// <summary>
/// Picks what a request has to say about each member: nothing where it is as it was, the new value, or the value by which the
/// service understands "nothing". A create is a change from an empty entity.
/// </summary>
/// <param name="explicitNulls">Takes the members whose "nothing" is null, which the wire models themselves would leave out.</param>
internal struct ChangedMembers(IDictionary<string, object> explicitNulls)
{
    /// <summary>Whether anything differs.</summary>
    public bool Any { get; private set; }

    public string? Text(string? now, string? before) => Differ(now, before) ? now ?? "" : null;

    /// <summary>A name of an open enumeration; the blank name is "none of them".</summary>
    public string? Option(string? now, string? before, string blank = " ") => Differ(now, before) ? now ?? blank : null;

    public Guid? Id(Guid? now, Guid? before) => Differ(now, before) ? now ?? Guid.Empty : null;

    public Date? Date(DateOnly? now, DateOnly? before) => Differ(now, before) ? now ?? DateOnly.MinValue : (Date?)null;

    public TValue? Value<TValue>(string wireName, TValue? now, TValue? before)
        where TValue : struct => Differ(now, before) ? now ?? Null<TValue?>(wireName) : null;

    public TWire? Object<TModel, TWire>(string wireName, TModel? now, TModel? before, Func<TModel, TWire?> toWire)
        where TModel : class
        where TWire : class => Differ(now, before) ? (now is null ? null : toWire(now)) ?? Null<TWire>(wireName) : null;

    private bool Differ<TValue>(TValue now, TValue before)
    {
        var differ = !EqualityComparer<TValue>.Default.Equals(now, before);
        Any |= differ;
        return differ;
    }

    private readonly TValue? Null<TValue>(string wireName)
    {
        explicitNulls[wireName] = null!;
        return default;
    }
}
