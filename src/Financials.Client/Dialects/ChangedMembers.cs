using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects;

/// <summary>
/// Picks what a request has to say about each member: nothing where it is as it was, the new value, or the value by which the
/// service understands "nothing". A create is a change from an empty entity.
/// </summary>
/// <param name="explicitNulls">Takes the members whose "nothing" is null, which the wire models themselves would leave out.</param>
/// <param name="asStored">
/// True to ask whether a stored entity is what was sent: members that were left to the service are passed over, and what the
/// service writes in its own way, such as codes in upper case, counts as equal.
/// </param>
/// <param name="ignoresCase">True to take codes that differ in case and outer spaces only for equal.</param>
internal struct ChangedMembers(IDictionary<string, object> explicitNulls, bool asStored = false, bool ignoresCase = false)
{
    /// <summary>Whether anything differs.</summary>
    public bool Any { get; private set; }

    public string? Text(string? now, string? before) => Differ(now, before, blank: now is null or "") ? now ?? "" : null;

    /// <summary>A code or number, which the service stores trimmed and in upper case.</summary>
    public string? Code(string? now, string? before)
    {
        var same = (asStored || ignoresCase) && string.Equals(now?.Trim(), before?.Trim(), StringComparison.OrdinalIgnoreCase);
        return !same && Differ(now, before, blank: string.IsNullOrWhiteSpace(now)) ? now ?? "" : null;
    }

    /// <summary>A text that the service does not return as it was sent, if at all, so that nothing can be read off it.</summary>
    public string? NotReturned(string? now, string? before) => Differ(now, before, blank: true) ? now ?? "" : null;

    /// <summary>A name of an open enumeration; the blank name is "none of them".</summary>
    public string? Option(string? now, string? before, string blank = " ") =>
        Differ(now, before, blank: string.IsNullOrWhiteSpace(now)) ? now ?? blank : null;

    public Guid? Id(Guid? now, Guid? before) => Differ(now, before, blank: now is null || now == Guid.Empty) ? now ?? Guid.Empty : null;

    public Date? Date(DateOnly? now, DateOnly? before) => Differ(now, before, blank: now is null) ? now ?? DateOnly.MinValue : (Date?)null;

    public TValue? Value<TValue>(string wireName, TValue? now, TValue? before)
        where TValue : struct => Differ(now, before, blank: now is null) ? now ?? Null<TValue?>(wireName) : null;

    public TWire? Object<TModel, TWire>(
        string wireName, TModel? now, TModel? before, Func<TModel, TWire?> toWire, Func<TModel, TModel?, bool> agree)
        where TModel : class
        where TWire : class
    {
        var same = asStored && now is not null && agree(now, before);
        return !same && Differ(now, before, blank: now is null) ? (now is null ? null : toWire(now)) ?? Null<TWire>(wireName) : null;
    }

    private bool Differ<TValue>(TValue now, TValue before, bool blank)
    {
        var differ = !(asStored && blank) && !EqualityComparer<TValue>.Default.Equals(now, before);
        Any |= differ;
        return differ;
    }

    private readonly TValue? Null<TValue>(string wireName)
    {
        explicitNulls[wireName] = null!;
        return default;
    }
}
