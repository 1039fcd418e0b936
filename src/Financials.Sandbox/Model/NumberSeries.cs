using System.Globalization;

namespace Financials.Sandbox.Model;

/// <summary>The numbers that a company gives by itself, such as <c>C00010</c>, <c>C00020</c>. Not thread-safe.</summary>
internal sealed class NumberSeries(string prefix, int step)
{
    /// <summary>The last number given, without its letters.</summary>
    public int Last { get; set; }

    /// <param name="isTaken">Whether a number has been given by hand.</param>
    public string Next(Func<string, bool> isTaken)
    {
        string next;
        do
        {
            Last += step;
            next = string.Create(CultureInfo.InvariantCulture, $"{prefix}{Last:D5}");
        }
        while (isTaken(next));
        return next;
    }
}
