using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Financials.Client.Outbox;

/// <summary>A digest of what a caller says about a payment, the same in every run and culture.</summary>
internal static class PaymentDigest
{
    public static string Of(CustomerPayment payment)
    {
        string?[] members =
        [
            payment.JournalDisplayName,
            payment.CustomerId?.ToString(),
            payment.CustomerNumber,
            payment.ContactId,
            payment.PostingDate?.ToString("O", CultureInfo.InvariantCulture),
            payment.DocumentNumber,
            payment.ExternalDocumentNumber,
            payment.Amount?.ToString("0.############################", CultureInfo.InvariantCulture),
            payment.AppliesToInvoiceId?.ToString(),
            payment.AppliesToInvoiceNumber,
            payment.Description,
            payment.Comment,
        ];

        // Lengths keep the members apart: without them "ab" and "c" would be "a" and "bc".
        var text = string.Concat(members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{member?.Length ?? -1}:{member};")));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
