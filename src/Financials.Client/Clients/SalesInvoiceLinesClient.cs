using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The lines of one sales invoice. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class SalesInvoiceLinesClient : EntitySet<SalesInvoiceLine>
{
    internal SalesInvoiceLinesClient(CompanyContext company, Guid invoiceId)
        : base(company.Set(company.Dialect.LinesOfInvoice(invoiceId), NaturalKeys.OfInvoiceLine))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected SalesInvoiceLinesClient()
    {
    }
}
