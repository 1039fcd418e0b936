using System.Globalization;

namespace ImportPayments.Arguments;

/// <summary>The options of a command line as they were written: <c>--name value</c>, <c>--name=value</c> and <c>--flag</c>.</summary>
internal sealed class Options
{
    private static readonly HashSet<string> Flags = ["--help", "--example", "--dry-run", "--negate", "--documented"];

    private static readonly HashSet<string> WithValue =
    [
        "--map", "--culture", "--decimals", "--date-format", "--encoding", "--concurrency", "--ledger", "--rejects", "--unknown", "--rows",
        "--data", "--faults", "--seed", "--tenant", "--environment", "--service", "--scope", "--company", "--journal",
    ];

    private readonly List<(string Name, string Value)> _given = [];
    private readonly List<string> _files = [];

    /// <exception cref="UsageException">An option is not known, has no value, or is given twice.</exception>
    public Options(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (!argument.StartsWith('-') || argument == "-")
            {
                _files.Add(argument);
                continue;
            }

            var (name, value) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            if (Flags.Contains(name))
            {
                Add(name, value is null ? "" : throw new UsageException($"{name} takes no value."));
            }
            else if (WithValue.Contains(name))
            {
                Add(name, value ?? (++at < arguments.Count ? arguments[at] : throw new UsageException($"{name} needs a value.")));
            }
            else
            {
                throw new UsageException($"There is no option {name}.");
            }
        }
    }

    /// <summary>All that there are.</summary>
    public static IEnumerable<string> Names => Flags.Concat(WithValue);

    /// <summary>What is not an option.</summary>
    public IReadOnlyList<string> Files => _files;

    public bool Has(string name) => _given.Any(option => option.Name == name);

    public string? Text(string name) => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) => _given.Where(option => option.Name == name).Select(option => option.Value);

    /// <exception cref="UsageException">It is not a whole number, or out of range.</exception>
    public int Whole(string name, int least, int most, int otherwise) => Text(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{name} has to be a whole number from {least} to {most}, not '{text}'.");

    /// <exception cref="UsageException">It is not a number from 0 to 1.</exception>
    public double Share(string name) => Text(name) is not { } text
        ? 0
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new UsageException($"{name} has to be a number from 0 to 1, such as 0.05, not '{text}'.");

    private void Add(string name, string value)
    {
        if (name != "--map" && Has(name))
        {
            throw new UsageException($"{name} is given twice.");
        }

        _given.Add((name, value));
    }
}
