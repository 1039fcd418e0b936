using Financials.Client;
using ImportPayments.Csv;

namespace ImportPayments.Rows;

/// <summary>Makes payments of rows, and says all that is wrong with one that cannot be.</summary>
internal sealed class RowReader(HeaderMapping columns, AmountReader amounts, DateReader dates, bool negate)
{
    /// <summary>What programs write for a character that they cannot read.</summary>
    private const char Lost = '\ufffd';

    public PaymentRow Read(CsvRow row, int headerCount)
    {
        if (row.Values.Count != headerCount)
        {
            // With a separator or a line break too many or too few, no value is certain to stand in its column.
            return new(row, $"row {row.Number}", new CustomerPayment(), [new(
                "wrong number of values",
                $"the row has {row.Values.Count} values where the header has {headerCount}; is a value with a separator not in quotes?")]);
        }

        var problems = new List<RowProblem>();
        var payment = new CustomerPayment
        {
            CustomerNumber = Text(PaymentField.CustomerNumber),
            Amount = Amount(),
            PostingDate = Date(),
            DocumentNumber = Text(PaymentField.DocumentNumber),
            ExternalDocumentNumber = Text(PaymentField.ExternalDocumentNumber),
            AppliesToInvoiceNumber = Text(PaymentField.AppliesToInvoiceNumber),
            Description = Text(PaymentField.Description),
            Comment = Text(PaymentField.Comment),
        };
        return new(row, Name(), payment, problems);

        string? Text(PaymentField field)
        {
            var column = PaymentColumn.Of(field);
            var value = columns.Value(row.Values, field);
            if (value is null && column.IsRequired)
            {
                problems.Add(new($"{column.Name} is missing", $"{column.Name} is missing"));
            }
            else if (value?.Length > column.MaxLength)
            {
                problems.Add(new($"{column.Name} is too long", $"{column.Name} has {value.Length} characters; {column.MaxLength} are possible"));
            }

            if (value?.Contains(Lost, StringComparison.Ordinal) == true)
            {
                problems.Add(new("text is damaged", $"{column.Name} has the mark of a character that was lost; is the file's encoding right?"));
            }

            return value;
        }

        decimal? Amount()
        {
            if (Text(PaymentField.Amount) is not { } text)
            {
                return null;
            }

            var (amount, problem) = amounts.Read(text);
            AddIfAny(problem);
            return negate ? -amount : amount;
        }

        DateOnly? Date()
        {
            if (Text(PaymentField.PostingDate) is not { } text)
            {
                return null;
            }

            var (date, problem) = dates.Read(text);
            AddIfAny(problem);
            return date;
        }

        string Name()
        {
            if (!columns.Has(PaymentField.Reference))
            {
                // The service keeps no case: written in another one, it is the same document.
                return payment.DocumentNumber?.ToUpperInvariant() ?? "";
            }

            if (Text(PaymentField.Reference) is { } reference)
            {
                return reference;
            }

            problems.Add(new("reference is missing", "reference is missing"));
            return "";
        }

        void AddIfAny(RowProblem? problem)
        {
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }
    }
}
