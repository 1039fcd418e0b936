using System.Globalization;
using System.Text;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>How the cases of a run ended.</summary>
internal sealed class FuzzTally
{
    private readonly object _gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Kind> _violations = [];

    public void Add(FuzzCase ended)
    {
        lock (_gate)
        {
            if (!_outcomes.TryGetValue(ended.Operation.Name, out var outcomes))
            {
                _outcomes.Add(ended.Operation.Name, outcomes = new(StringComparer.Ordinal));
            }

            outcomes[ended.Outcome] = outcomes.GetValueOrDefault(ended.Outcome) + 1;
            foreach (var violation in ended.Violations)
            {
                if (!_violations.TryGetValue(violation, out var kind))
                {
                    _violations.Add(violation, kind = new());
                }

                kind.Add(ended);
            }
        }
    }

    /// <summary>By operation, how often it ended in what.</summary>
    public string Outcomes()
    {
        var text = new StringBuilder();
        foreach (var (operation, outcomes) in _outcomes)
        {
            var counts = string.Join(", ", outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"{operation,-40} {counts}");
        }

        return text.ToString();
    }

    /// <summary>Each kind of violation, the most frequent first, with a case of it; null where there is none.</summary>
    public string? Violations()
    {
        if (_violations.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder($"{_violations.Count} kinds of violation; {FuzzTests.SeedVariable}=<seed> replays one:").AppendLine();
        foreach (var (violation, kind) in _violations.OrderByDescending(pair => pair.Value.Count))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Count,7} x {violation}")
                .AppendLine(CultureInfo.InvariantCulture, $"          seed {kind.FirstSeed}, in: {string.Join("; ", kind.Verbs)}");
        }

        return text.ToString();
    }

    private sealed class Kind
    {
        public int Count { get; private set; }

        /// <summary>The lowest, so that the report does not depend on which case ended first.</summary>
        public long FirstSeed { get; private set; } = long.MaxValue;

        public SortedSet<string> Verbs { get; } = new(StringComparer.Ordinal);

        public void Add(FuzzCase ended)
        {
            Count++;
            FirstSeed = Math.Min(FirstSeed, ended.Seed);
            Verbs.Add(ended.Operation.Verb);
        }
    }
}
