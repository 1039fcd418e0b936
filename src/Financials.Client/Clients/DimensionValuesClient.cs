using Financials.Client.Clients;

namespace Financials.Client;

/// <summary>
/// The values of one dimension. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class DimensionValuesClient : ReadOnlyEntitySet<DimensionValue>
{
    internal DimensionValuesClient(CompanyContext company, Guid dimensionId)
        : base(company.Operations, company.Dialect.ValuesOfDimension(dimensionId))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected DimensionValuesClient()
    {
    }

    /// <summary>Finds a value by its code.</summary>
    /// <param name="code">The code; case and outer spaces make no difference.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The dimension has no such value; the message names those that it has.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<DimensionValue> GetByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        var stored = NamesGiven.AsStored(code);
        return NamesGiven.FindAsync(
            Where(value => value.Code == stored),
            OrderBy(value => value.Code),
            static value => value.Code,
            $"The dimension has no value '{stored}'.",
            "value",
            cancellationToken);
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<DimensionValue>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);
}
