using System.Text;
using ImportPayments.Csv;
using ImportPayments.Rows;

namespace ImportPayments.Output;

/// <summary>
/// Rows that were not imported, or for which that is not known, as they were, each with the reason. Written anew by each run; there is
/// no file where there are no such rows. In UTF-8 with a byte order mark, by which spreadsheets know it.
/// </summary>
internal sealed class RowsWithReasons : IDisposable
{
    private const string ReasonColumn = "reason";

    private readonly string _path;
    private readonly IReadOnlyList<string> _header;
    private readonly char _separator;
    private readonly int _earlierReason;
    private StreamWriter? _text;

    public RowsWithReasons(string path, PaymentFile file)
    {
        _path = path;
        _header = file.Header;
        _separator = file.Separator;
        _earlierReason = file.Header.ToList().FindIndex(name => string.Equals(name, ReasonColumn, StringComparison.OrdinalIgnoreCase));
        File.Delete(path);
    }

    public void Add(CsvRow row, IReadOnlyList<RowProblem> problems)
    {
        var reason = $"row {row.Number}: {string.Join("; ", problems.Select(problem => problem.Reason))}";
        if (_text is null)
        {
            _text = new StreamWriter(_path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Write(_header, ReasonColumn);
        }

        Write(row.Values, reason);
    }

    public void Dispose() => _text?.Dispose();

    /// <summary>The reason stands below its header, also beside a row with fewer values or more than that has.</summary>
    private void Write(IReadOnlyList<string> values, string reason)
    {
        List<string> written = [.. values, .. Enumerable.Repeat("", Math.Max(0, _header.Count - values.Count))];
        if (_earlierReason >= 0)
        {
            // These are rejects of an earlier import, corrected and imported themselves: the new reason takes the old one's place.
            written[_earlierReason] = reason;
        }
        else
        {
            written.Insert(_header.Count, reason);
        }

        new CsvWriter(_text!, _separator).Write(written);
    }
}
