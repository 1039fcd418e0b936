using System.Globalization;
using System.Text;
using ImportPayments.Rows;

namespace ImportPayments.Arguments;

/// <summary>What the user asked for.</summary>
internal sealed record ImportArguments
{
    /// <summary>The CSV file; with <see cref="WriteExample"/>, the one to write.</summary>
    public required string File { get; init; }

    /// <summary>Write an example to <see cref="File"/> instead of importing it.</summary>
    public bool WriteExample { get; init; }

    /// <summary>How many rows the example has.</summary>
    public int ExampleRows { get; init; } = 100;

    /// <summary>Check everything and send nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>The columns that the user has named.</summary>
    public IReadOnlyDictionary<PaymentField, string> Columns { get; init; } = new Dictionary<PaymentField, string>();

    /// <summary>Whose numbers the file has.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The most digits after the decimal separator.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>The form of dates that are not in ISO form; null where all are.</summary>
    public string? DateFormat { get; init; }

    /// <summary>How the file's text is encoded. Invalid bytes throw: a name that is half lost must not reach the books.</summary>
    public required Encoding Encoding { get; init; }

    /// <summary>Change the sign of every amount.</summary>
    public bool Negate { get; init; }

    /// <summary>How many requests are in flight at a time.</summary>
    public int Concurrency { get; init; } = 5;

    /// <summary>Where the import remembers what it has sent.</summary>
    public required string Ledger { get; init; }

    /// <summary>Where bad rows go.</summary>
    public required string Rejects { get; init; }

    /// <summary>Where rows go of which nobody can tell whether they are imported.</summary>
    public required string Unknown { get; init; }

    /// <summary>The sandbox to import into; null for a real service.</summary>
    public SandboxArguments? Sandbox { get; init; }

    /// <summary>The service to import into; null for the sandbox.</summary>
    public ServiceArguments? Service { get; init; }
}
