using Financials.Client.KillTarget;

namespace Financials.Client.Tests.Money;

/// <summary>What the writers of a journal were told, beside what is in it.</summary>
internal sealed record Tally
{
    /// <param name="results">What the writers were told.</param>
    /// <param name="lines">The journal's lines. Nobody else writes to it, and it is not posted.</param>
    public Tally(IReadOnlyCollection<WriterResult> results, IReadOnlyList<CustomerPayment> lines)
    {
        var claims = results.Where(result => result.Outcome == "Created").ToLookup(result => result.PaymentId!.Value);
        var unclaimed = lines.Where(line => !claims.Contains(line.Id!.Value)).ToList();
        var unknown = results.Where(result => result.Outcome == "Unknown").ToLookup(result => result.Amount);
        Payments = results.Count;
        Lines = lines.Count;
        Unknown = results.Count(result => result.Outcome == "Unknown");
        Refused = results.Count(result => result.Outcome == "Refused");
        Lost = claims.Sum(claim => claim.Count()) - (lines.Count - unclaimed.Count);
        Duplicates = unclaimed.GroupBy(line => line.Amount!.Value).Sum(lines => Math.Max(0, lines.Count() - unknown[lines.Key].Count()));
    }

    public int Payments { get; }

    public int Lines { get; }

    /// <summary>Payments that were told to be created, and have no line, or one that another payment has too.</summary>
    public int Lost { get; }

    /// <summary>Lines that nobody was told of: no payment has them, and none whose outcome is unknown can.</summary>
    public int Duplicates { get; }

    public int Unknown { get; }

    public int Refused { get; }
}
