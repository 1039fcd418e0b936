using System.Globalization;
using System.Text;
using ImportPayments.Rows;

namespace ImportPayments.Arguments;

/// <summary>Reads the command line.</summary>
internal static class ArgumentParser
{
    private const int MostExampleRows = 1_000_000;

    /// <returns>What the user asked for; null where it was help.</returns>
    /// <exception cref="UsageException">The arguments cannot be understood or contradict each other.</exception>
    public static ImportArguments? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(arguments);
        if (options.Has("--help"))
        {
            return null;
        }

        var file = FileOf(options);
        var culture = CultureOf(options.Text("--culture"));
        var sandbox = ServiceOptions.SandboxOf(options, file);
        var parsed = new ImportArguments
        {
            File = file,
            WriteExample = options.Has("--example"),
            ExampleRows = options.Whole("--rows", 1, MostExampleRows, otherwise: 100),
            DryRun = options.Has("--dry-run"),
            Columns = ColumnsOf(options.All("--map")),
            Culture = culture,
            Decimals = options.Whole("--decimals", 0, 5, otherwise: 2),
            DateFormat = DateFormatOf(options.Text("--date-format"), culture),
            Encoding = EncodingOf(options.Text("--encoding") ?? "utf-8"),
            Negate = options.Has("--negate"),
            Concurrency = options.Whole("--concurrency", 1, 5, otherwise: 5),
            Ledger = options.Text("--ledger") ?? file + (sandbox is null ? ".ledger" : ".sandbox.ledger"),
            Rejects = options.Text("--rejects") ?? file + ".rejects.csv",
            Unknown = options.Text("--unknown") ?? file + ".unknown.csv",
            Sandbox = sandbox,
            Service = sandbox is null ? ServiceOptions.ServiceOf(options) : null,
        };
        return RequireDifferentFiles(parsed);
    }

    private static string FileOf(Options options)
    {
        if (options.Has("--rows") && !options.Has("--example"))
        {
            throw new UsageException("--rows goes with --example.");
        }

        return options.Files switch
        {
            [var file] => file,
            [] when options.Has("--example") => "payments.csv",
            [] => throw new UsageException("Which file? Give a CSV file, or --example to have one written."),
            [_, var second, ..] => throw new UsageException($"One file at a time: '{second}' is one too many."),
        };
    }

    private static Dictionary<PaymentField, string> ColumnsOf(IEnumerable<string> maps)
    {
        var columns = new Dictionary<PaymentField, string>();
        foreach (var map in maps)
        {
            if (map.Split('=', 2) is not [var name, { Length: > 0 } header])
            {
                throw new UsageException($"--map has to be <column>=<name in the file>, such as amount=Betrag, not '{map}'.");
            }

            var column = PaymentColumn.All.FirstOrDefault(column => column.IsNamed(name)) ??
                throw new UsageException(
                    $"--map knows no column '{name}'. It knows: {string.Join(", ", PaymentColumn.All.Select(known => known.Name))}.");
            if (!columns.TryAdd(column.Field, header.Trim()))
            {
                throw new UsageException($"--map names {column.Name} twice.");
            }
        }

        return columns;
    }

    private static CultureInfo CultureOf(string? name)
    {
        try
        {
            return name is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new UsageException($"--culture has to be one such as da-DK, not '{name}'.");
        }
    }

    private static string? DateFormatOf(string? format, CultureInfo culture) => format is null || DateReader.IsComplete(format, culture)
        ? format
        : throw new UsageException($"--date-format has to have day, month and year, such as dd.MM.yyyy, not '{format}'.");

    private static Encoding EncodingOf(string name)
    {
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"--encoding has to be one such as utf-8 or windows-1252, not '{name}'.");
        }
    }

    /// <summary>The rejects and the unknown are written anew by each run: they must not take the place of what the user cannot lose.</summary>
    private static ImportArguments RequireDifferentFiles(ImportArguments arguments)
    {
        string?[] files = [arguments.File, arguments.Ledger, arguments.Rejects, arguments.Unknown, arguments.Sandbox?.DataFile];
        var twice = files.OfType<string>().GroupBy(Path.GetFullPath, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? arguments
            : throw new UsageException($"'{twice.First()}' cannot be two of the import's files at once.");
    }
}
