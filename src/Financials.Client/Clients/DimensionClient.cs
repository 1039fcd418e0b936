using Financials.Client.Clients;

namespace Financials.Client;

/// <summary>What belongs to one dimension. Thread-safe.</summary>
public class DimensionClient
{
    private readonly CompanyContext _company;

    internal DimensionClient(CompanyContext company, Guid dimensionId)
    {
        _company = company;
        Id = dimensionId;
    }

    /// <summary>For fakes in tests.</summary>
    protected DimensionClient() => _company = null!;

    /// <summary>The dimension's id.</summary>
    public virtual Guid Id { get; }

    /// <summary>The dimension's values.</summary>
    public virtual DimensionValuesClient Values => field ??= new(Fake.Real(_company, this), Id);
}
