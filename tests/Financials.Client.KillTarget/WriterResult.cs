using System.Globalization;

namespace Financials.Client.KillTarget;

/// <summary>What a process was told of one of its payments.</summary>
/// <param name="Outcome">The name of a <see cref="BatchPaymentOutcome"/>.</param>
/// <param name="Amount">The payment's amount.</param>
/// <param name="LineNumber">The line number; null where it is not known.</param>
/// <param name="PaymentId">The id; null where it is not known.</param>
/// <param name="DocumentNumber">The document number; null where the payment has none.</param>
public sealed record WriterResult(string Outcome, decimal Amount, int? LineNumber, Guid? PaymentId, string? DocumentNumber)
{
    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    /// <param name="line">A line of a process's output.</param>
    public static WriterResult Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Split(' ');
        return new(
            parts[0],
            decimal.Parse(parts[1], CultureInfo.InvariantCulture),
            parts[2] == "-" ? null : int.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[3] == "-" ? null : Guid.Parse(parts[3]),
            parts[4] == "-" ? null : parts[4]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Outcome} {Amount} {LineNumber?.ToString(CultureInfo.InvariantCulture) ?? "-"} {PaymentId?.ToString() ?? "-"} {DocumentNumber ?? "-"}");
}
