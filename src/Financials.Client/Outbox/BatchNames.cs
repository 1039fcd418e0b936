using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Financials.Client.Outbox;

/// <summary>
/// Sees to it that references and document numbers are unique in a batch, in little memory however long it is, and gives document
/// numbers to payments that have none.
/// </summary>
internal sealed class BatchNames : IDisposable
{
    private const int LongestReference = 250;

    /// <summary>The service's limit.</summary>
    private const int LongestDocumentNumber = 20;

    /// <summary>No vowels, so that no words arise, and nothing that looks like something else.</summary>
    private const string Symbols = "BCDFGHJKLMNPQRSTVWXZ23456789";

    private readonly DiskHashTable _references = new();
    private readonly DiskHashTable _documentNumbers = new();

    /// <returns>The payment with a document number.</returns>
    /// <exception cref="ArgumentException">The payment cannot be told from others of the batch, or lacks what it needs.</exception>
    public BatchPayment Add(BatchPayment item, Guid ledgerId)
    {
        var (reference, payment) = (item.Reference, item.Payment);
        if (reference.Length > LongestReference || !IsText(reference))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"A reference has {reference.Length} characters, or some that are none. Give at most {LongestReference} of them."));
        }

        if (!_references.Set(reference, 0))
        {
            throw new ArgumentException($"The reference '{reference}' occurs twice in the batch. Give each payment its own.");
        }

        if (payment.LineNumber is not null)
        {
            throw new ArgumentException($"The payment '{reference}' has a line number. Leave it null: the batch chooses it.");
        }

        if (payment.PostingDate is null)
        {
            throw new ArgumentException($"The payment '{reference}' has no posting date. Give it one: the service would take that of another line.");
        }

        if (string.IsNullOrWhiteSpace(payment.DocumentNumber))
        {
            return item with { Payment = payment with { DocumentNumber = Derived(reference, ledgerId) } };
        }

        var number = payment.DocumentNumber.Trim(' ').ToUpperInvariant();
        return number.Length > LongestDocumentNumber
            ? throw new ArgumentException($"The document number of the payment '{reference}' is longer than the 20 characters that the service takes.")
            : _documentNumbers.Set(number, 0) ? item : throw new ArgumentException(
            $"The payment '{reference}' has the document number '{payment.DocumentNumber}', and so has another of the batch. Give each its own, " +
            "or leave it null: a payment that was posted meanwhile is recognised by it.");
    }

    public void Dispose()
    {
        _references.Dispose();
        _documentNumbers.Dispose();
    }

    /// <summary>Another one for each reference and each ledger, and always the same for one of both.</summary>
    private static string Derived(string reference, Guid ledgerId)
    {
        Span<char> number = stackalloc char[LongestDocumentNumber];
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{ledgerId:N}{reference}"));
        for (var place = 0; place < number.Length; place++)
        {
            number[place] = Symbols[digest[place] % Symbols.Length];
        }

        return new(number);
    }

    /// <summary>Half of a surrogate pair would come back from the ledger as another character.</summary>
    private static bool IsText(string text)
    {
        foreach (var symbol in text.EnumerateRunes())
        {
            if (symbol == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
