using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects;

/// <summary>The service's ways to write "nothing", read as null.</summary>
internal static class WireValues
{
    /// <summary>"No text" is empty. Spaces are text and are never trimmed.</summary>
    public static string? Text(string? wire) => string.IsNullOrEmpty(wire) ? null : wire;

    /// <summary>"No reference" is the all-zero id.</summary>
    public static Guid? Id(Guid? wire) => wire == Guid.Empty ? null : wire;

    /// <summary>"No date" is the first day of the first year.</summary>
    public static DateOnly? Date(Date? wire) => wire is { } date && (DateOnly)date != DateOnly.MinValue ? date : null;

    /// <summary>"Never" is the first day of the first year.</summary>
    public static DateTimeOffset? Instant(DateTimeOffset? wire) => wire is { Year: 1, DayOfYear: 1 } ? null : wire;

    /// <summary>The blank option is empty, a space, or a space in the encoding of names that XML asks for.</summary>
    public static string? Option(string? wire) => wire is null or "" or " " or "_x0020_" ? null : wire;
}
