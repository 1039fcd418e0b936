using System.Diagnostics.CodeAnalysis;
using Financials.Client.Queries;

namespace Financials.Client;

/// <summary>
/// How far the changes of a set have been read. Store its text, which <see cref="ToString"/> gives and <see cref="Parse(string)"/>
/// takes. It has 32 characters for each change of the last minutes, and more only where many were made at one moment. It belongs to one
/// set of one company, and holds nothing of the entities but when they changed.
/// </summary>
public readonly struct ChangeWatermark : IEquatable<ChangeWatermark>, IParsable<ChangeWatermark>
{
    private readonly ChangeHistory? _history;

    internal ChangeWatermark(ChangeHistory? history) => _history = history;

    /// <summary>Before all changes: everything there is comes first. This is the default value.</summary>
    public static ChangeWatermark Beginning => default;

    /// <summary>When the newest change was made that has come; null where none has.</summary>
    public DateTimeOffset? NewestChange => _history?.Newest;

    internal ChangeHistory History => _history ?? ChangeHistory.None;

    /// <summary>Before the changes that are made at some moment or later.</summary>
    /// <param name="moment">The moment, by the service's clock.</param>
    public static ChangeWatermark At(DateTimeOffset moment) => new(ChangeHistory.At(moment));

    /// <summary>The watermark of a text.</summary>
    /// <param name="text">What <see cref="ToString"/> gave.</param>
    /// <exception cref="FormatException">It is no watermark.</exception>
    public static ChangeWatermark Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var watermark)
            ? watermark
            : throw new FormatException("This is not the text of a watermark. Give the text that ToString of a watermark gave, whole.");
    }

    /// <summary>The watermark of a text.</summary>
    /// <param name="text">What <see cref="ToString"/> gave.</param>
    /// <param name="watermark">The watermark; <see cref="Beginning"/> where the text is none.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ChangeWatermark watermark)
    {
        var history = ChangeHistory.TryParse(text);
        watermark = new(history);
        return history is not null;
    }

    /// <summary>Whether two watermarks are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ChangeWatermark left, ChangeWatermark right) => left.Equals(right);

    /// <summary>Whether two watermarks differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ChangeWatermark left, ChangeWatermark right) => !left.Equals(right);

    /// <summary>Whether another watermark is the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ChangeWatermark other) => ToString() == other.ToString();

    /// <summary>Whether something else is the same watermark.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is ChangeWatermark other && Equals(other);

    /// <summary>A hash of the text.</summary>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text to store.</summary>
    public override string ToString() => History.ToString();

    static ChangeWatermark IParsable<ChangeWatermark>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ChangeWatermark>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ChangeWatermark result) =>
        TryParse(s, out result);
}
