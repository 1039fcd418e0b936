using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Models;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The dimensions of one payment or invoice, each with its value. They are addressed by the id of the dimension. What is created for a
/// customer begins with the customer's default dimensions: update those, because a dimension that is there already cannot be created.
/// Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. Thread-safe.
/// </summary>
public class DimensionSetLinesClient : EntitySet<DimensionSetLine>
{
    internal DimensionSetLinesClient(CompanyContext company, EntityEndpoint<DimensionSetLine> lines)
        : base(company.Set(lines, NaturalKeys.OfDimensionSetLine))
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected DimensionSetLinesClient()
    {
    }

    /// <summary>
    /// Changes the value of a line, provided that nobody else has changed it since. An unchanged line is returned as it is and nothing is
    /// sent.
    /// </summary>
    /// <param name="entity">A changed copy (<c>with</c>) of a line that was read or created with this client, with the same dimension.</param>
    /// <param name="cancellationToken">Ends the wait; whether the line was changed is then unknown.</param>
    /// <returns>The line as the service stored it.</returns>
    /// <exception cref="ArgumentException">The line does not come from the service, or has another dimension than it had.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the line since it was read.</exception>
    /// <exception cref="FinancialsValidationException">The service refused a value.</exception>
    /// <exception cref="FinancialsException">The line was not changed.</exception>
    public override Task<DimensionSetLine> UpdateAsync(DimensionSetLine entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _ = Fake.Real(Endpoint, this);

        // Its id can be set, so an id alone does not say that it was read.
        if (((IEntity<DimensionSetLine>)entity).Original.Entity is null)
        {
            throw new ArgumentException(
                "This DimensionSetLine was not read from the service, so there is nothing to compare it with. Get or create it first, and change that one using 'with'.",
                nameof(entity));
        }

        CheckDimension(entity);
        return base.UpdateAsync(entity, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<DimensionSetLine> UpdateAsync(Guid id, DimensionSetLine changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        _ = Fake.Real(Endpoint, this);
        CheckDimension(changes);
        return base.UpdateAsync(id, changes, cancellationToken);
    }

    /// <summary>The address of another dimension is that of another line.</summary>
    private static void CheckDimension(DimensionSetLine line)
    {
        var read = ((IEntity<DimensionSetLine>)line).Original.Entity;
        if (line.Id != read?.Id || line.Code != read?.Code)
        {
            throw new ArgumentException("A dimension set line keeps its dimension. Delete it, and create one of the other dimension.", nameof(line));
        }
    }

    private protected override void CheckForCreate(DimensionSetLine entity)
    {
        if (entity.Id is null)
        {
            Require.ForCreate(entity.Code, $"{nameof(DimensionSetLine.Code)} or {nameof(DimensionSetLine.Id)}", "dimension set line");
        }

        if (entity.ValueId is null)
        {
            Require.ForCreate(entity.ValueCode, $"{nameof(DimensionSetLine.ValueCode)} or {nameof(DimensionSetLine.ValueId)}", "dimension set line");
        }
    }
}
