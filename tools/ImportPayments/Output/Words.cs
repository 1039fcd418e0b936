using System.Globalization;

namespace ImportPayments.Output;

/// <summary>Numbers and times as all output has them, whatever the machine's culture.</summary>
internal static class Words
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(decimal amount) => amount.ToString("#,##0.00###", CultureInfo.InvariantCulture);

    public static string Of(TimeSpan time) => time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    public static string Rate(double perSecond) => $"{perSecond.ToString(perSecond < 10 ? "N1" : "N0", CultureInfo.InvariantCulture)} rows/s";

    public static string Left(Pace pace) => pace.Left is { } left ? $"{Of(left)} left" : "";

    public static string Count(Pace pace) => $"{Of(pace.Done)} of {Of(pace.Total)}";
}
