using Financials.Client;
using ImportPayments.Csv;

namespace ImportPayments.Rows;

/// <summary>A row of the file and the payment it stands for.</summary>
/// <param name="Source">The row as it was read.</param>
/// <param name="Name">What tells the payment from the others of the file: its reference, or else its document number.</param>
/// <param name="Payment">The payment; not to be sent where the row has problems.</param>
/// <param name="Problems">What is wrong with the row.</param>
internal sealed record PaymentRow(CsvRow Source, string Name, CustomerPayment Payment, IReadOnlyList<RowProblem> Problems)
{
    public bool IsGood => Problems.Count == 0;
}
