using System.Globalization;

namespace Financials.Client.Sandbox.Model;

/// <summary>The numbers that a company gives by itself, such as <c>C00010</c>, <c>C00020</c>. Not thread-safe.</summary>
/// <param name="prefix">What the numbers begin with.</param>
/// <param name="step">From one number to the next.</param>
/// <param name="undo">Where to note how a step is taken back.</param>
internal sealed class NumberSeries(string prefix, int step, UndoLog undo)
{
    public string Prefix => prefix;

    /// <summary>The last number given, without its letters.</summary>
    public int Last { get; set; }

    /// <summary>The number that is next, without giving it.</summary>
    public string Peek() => Text(Last + step);

    /// <param name="isTaken">Whether a number has been given by hand.</param>
    public string Next(Func<string, bool> isTaken)
    {
        var last = Last;
        undo.Add(() => Last = last);
        string next;
        do
        {
            Last += step;
            next = Text(Last);
        }
        while (isTaken(next));
        return next;
    }

    private string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D5}");
}
