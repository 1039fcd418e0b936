using System.Security.Cryptography;
using System.Text;

namespace Financials.Client.Ledger.Sql;

/// <summary>What the rows of a journal are known by: always the same for one journal, so that it needs no look-up.</summary>
internal static class SqlScope
{
    public static Guid Of(PaymentJournalAddress journal)
    {
        var address = $"{Service(journal)}\n{journal.CompanyId:N}\n{journal.JournalId:N}";
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16));
    }

    public static string Service(PaymentJournalAddress journal) => journal.Service.AbsoluteUri.TrimEnd('/');

    /// <summary>Some databases take a text for the same as one with blanks behind it, and none stores a null character.</summary>
    /// <exception cref="ArgumentException">A database could take the reference for another one.</exception>
    public static string Reference(string reference) => reference.Contains('\0', StringComparison.Ordinal) || reference.EndsWith(' ')
        ? throw new ArgumentException($"The reference '{reference}' ends with a blank or has a null character, which databases do not keep apart. Give another.")
        : reference;
}
