using System.Globalization;
using System.Text;

namespace Financials.Client.Benchmarks.Quick;

/// <summary>The measurements as one table of Markdown.</summary>
internal static class ResultTable
{
    public static string Of(IReadOnlyList<Measurement> measurements)
    {
        var contenders = measurements[0].Contenders;
        string[] headings = ["case", $"{contenders[0]} time", $"{contenders[0]} bytes", .. contenders.Skip(1).SelectMany(Headings)];
        List<string[]> rows = [headings];
        rows.AddRange(measurements.Select(measured => (string[])
        [
            measured.Name, Time(measured.Nanoseconds(0)), Bytes(measured.Bytes(0)),
            .. Enumerable.Range(1, contenders.Count - 1).SelectMany(contender => Cells(measured, contender)),
        ]));
        return Text(rows);
    }

    private static string[] Headings(string contender) => [$"{contender} time", "ratio", "CPU ratio", $"{contender} bytes", "ratio"];

    private static string[] Cells(Measurement measured, int contender) =>
    [
        Time(measured.Nanoseconds(contender)), Ratio(measured.TimeRatio(contender)), Ratio(measured.CpuRatio(contender)),
        Bytes(measured.Bytes(contender)), Ratio(measured.BytesRatio(contender)),
    ];

    private static string Text(List<string[]> rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();

        // Numbers to the right, as Markdown says it.
        rows.Insert(1, [.. widths.Select((width, column) => new string('-', width - 1) + (column == 0 ? '-' : ':'))]);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
        }

        return text.ToString();
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e6 => Number(nanoseconds / 1e3, "0.00") + " us",
        _ => Number(nanoseconds / 1e6, "0.00") + " ms",
    };

    private static string Bytes(double bytes) => bytes < 1e6 ? Number(bytes, "#,0") + " B" : Number(bytes / 1024, "#,0") + " KB";

    private static string Ratio(double ratio) => Number(ratio, "0.00");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
