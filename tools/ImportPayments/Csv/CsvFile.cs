using System.Text;

namespace ImportPayments.Csv;

/// <summary>A CSV file with a header. It is read as a stream, however often it is asked for its rows.</summary>
internal sealed class CsvFile
{
    private static readonly char[] Separators = [';', ',', '\t'];

    private readonly string _path;
    private readonly Encoding _encoding;

    /// <param name="path">The file.</param>
    /// <param name="encoding">How its text is encoded, unless it begins with a byte order mark that says so.</param>
    /// <exception cref="CsvFormatException">It has no header or is not text in this encoding.</exception>
    public CsvFile(string path, Encoding encoding)
    {
        _path = path;
        _encoding = encoding;
        Length = Directory.Exists(path) ? throw new CsvFormatException($"'{path}' is a folder. Give the file.") : new FileInfo(path).Length;
        Separator = DetectSeparator();
        Header = ReadRows().FirstOrDefault()?.Values ?? throw new CsvFormatException($"'{path}' is empty.");
        if (Header.Any(name => name.Contains('\0', StringComparison.Ordinal)))
        {
            throw new CsvFormatException($"'{path}' is not {encoding.WebName}: every other byte is zero, as in UTF-16. Name it with --encoding utf-16.");
        }
    }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>What stands between the values: that of semicolon, comma and tab which the header has most of outside of quotes.</summary>
    public char Separator { get; }

    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows below the header that hold something.</summary>
    public IEnumerable<CsvRow> Rows() => ReadRows().Skip(1).Where(row => !row.IsBlank);

    private IEnumerable<CsvRow> ReadRows()
    {
        using var text = Open();
        using var rows = new CsvReader(text, Separator).ReadRows().GetEnumerator();
        while (Decoded(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    private char DetectSeparator()
    {
        using var text = Open();
        var counts = new int[Separators.Length];
        var isQuoted = false;
        for (var read = 0; read < CsvReader.LongestRow; read++)
        {
            var character = Decoded(text.Read);
            if (character < 0 || (!isQuoted && character is '\r' or '\n'))
            {
                break;
            }

            isQuoted ^= character == '"';
            var separator = isQuoted ? -1 : Array.IndexOf(Separators, (char)character);
            if (separator >= 0)
            {
                counts[separator]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>Other programs may have the file open meanwhile: a spreadsheet often has.</summary>
    private StreamReader Open() =>
        new(new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), _encoding);

    private T Decoded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException undecodable)
        {
            throw new CsvFormatException(
                $"'{_path}' holds bytes that are not {_encoding.WebName}. " +
                "Save it as UTF-8, or name its encoding, such as --encoding windows-1252.",
                undecodable);
        }
    }
}
