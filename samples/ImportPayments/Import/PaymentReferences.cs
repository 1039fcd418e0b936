using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Financials.Client;
using ImportPayments.Rows;

namespace ImportPayments.Import;

/// <summary>
/// Names payments in the ledger: <c>{import}/{content}/{name}</c>. The first part is a digest of where the payments go and how
/// they are named, the second one of the payment. So a ledger that belongs to something else, and a row that was changed after it had been
/// sent, are noticed before anything is sent.
/// </summary>
internal sealed class PaymentReferences(string destination, bool hasReferences)
{
    private readonly string _import = Digest(destination, hasReferences ? "references" : "rows");

    public string Of(PaymentRow row) => $"{_import}/{ContentOf(row.Payment)}/{row.Name}";

    /// <summary>A reference's row or reference in the file; null where it is not one of this import's.</summary>
    public string? NameIn(string reference) =>
        reference.Split('/', 3) is [var import, _, var name] && import == _import ? name : null;

    private static string ContentOf(CustomerPayment payment) => Digest(
        payment.CustomerNumber,
        payment.Amount?.ToString("0.#####", CultureInfo.InvariantCulture),
        payment.PostingDate?.ToString("O", CultureInfo.InvariantCulture),
        payment.DocumentNumber,
        payment.ExternalDocumentNumber,
        payment.AppliesToInvoiceNumber,
        payment.Description,
        payment.Comment);

    /// <summary>Twelve digits are enough to notice a change; nothing is ever taken for the same because they agree.</summary>
    private static string Digest(params string?[] parts)
    {
        // Lengths keep the parts apart: without them "ab" and "c" would be "a" and "bc".
        var text = string.Concat(parts.Select(part => $"{part?.Length ?? -1}:{part};"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
