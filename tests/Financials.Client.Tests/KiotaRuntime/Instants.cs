using FsCheck;
using FsCheck.Fluent;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Random instants of the whole calendar, to the last of seven digits, with every offset in use on earth.</summary>
internal static class Instants
{
    private static readonly Gen<int> OffsetsInMinutes =
        Gen.Frequency((3, Gen.Choose(-12 * 60, 14 * 60)), (1, Gen.Elements(0, -12 * 60, 14 * 60, 60, 5 * 60 + 30, 12 * 60 + 45)));

    // A day away from both ends of the calendar, where an offset would lead out of it.
    private static readonly Gen<int> Days =
        Gen.Frequency((4, Gen.Choose(1, DateOnly.MaxValue.DayNumber - 1)), (1, Gen.Elements(1, DateOnly.MaxValue.DayNumber - 1)));

    public static Gen<DateTimeOffset> Any { get; } =
        from day in Days
        from second in Gen.Choose(0, 24 * 60 * 60 - 1)
        from fraction in Gen.Frequency((3, Gen.Choose(0, 9_999_999)), (1, Gen.Elements(0, 1, 10, 5_000_000, 9_999_999)))
        from offset in OffsetsInMinutes
        select new DateTimeOffset(
            DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue).AddSeconds(second).AddTicks(fraction),
            TimeSpan.FromMinutes(offset));
}
