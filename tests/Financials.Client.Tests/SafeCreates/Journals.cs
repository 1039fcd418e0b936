using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>Journals for payments. Each test has one of its own, because line numbers are given out for the whole process.</summary>
internal static class Journals
{
    /// <summary>An id, and where the model keeps the journal's payments.</summary>
    public static (Guid Id, string Set) New()
    {
        var id = Guid.NewGuid();
        return (id, $"customerPaymentJournals/{id}/customerPayments");
    }

    public static JournalPaymentsClient Payments(this FinancialsClient client, Guid journal) =>
        client.Companies[Ids.Company].PaymentJournals[journal].Payments;
}
