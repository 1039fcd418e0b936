using Financials.Client.Clients;

namespace Financials.Client;

/// <summary>
/// The dimensions of one company. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class DimensionsClient : ReadOnlyEntitySet<Dimension>
{
    private readonly CompanyContext _company;

    internal DimensionsClient(CompanyContext company)
        : base(company.Operations, company.Dialect.Dimensions) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected DimensionsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override DimensionsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>One dimension, by its id. Nothing is sent until something of the dimension is asked for.</summary>
    /// <param name="dimensionId">The dimension's id.</param>
    public virtual DimensionClient this[Guid dimensionId] => new(Fake.Real(_company, this), dimensionId);

    /// <summary>The same for a dimension that was read or created.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public virtual DimensionClient this[Dimension dimension] => this[StoredVersion.IdOf(dimension)];

    /// <summary>Finds a dimension by its code.</summary>
    /// <param name="code">The code; case and outer spaces make no difference.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is no such dimension; the message names those that there are.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<DimensionClient> GetByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        var stored = NamesGiven.AsStored(code);
        var found = await NamesGiven.FindAsync(
            Where(dimension => dimension.Code == stored),
            OrderBy(dimension => dimension.Code),
            static dimension => dimension.Code,
            $"The company has no dimension '{stored}'.",
            "dimension",
            cancellationToken).ConfigureAwait(false);
        return this[found.Id!.Value];
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<Dimension>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);
}
