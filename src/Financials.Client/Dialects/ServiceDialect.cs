namespace Financials.Client.Dialects;

/// <summary>How one service is talked to: where things are and what they look like on the wire. It sends nothing.</summary>
internal abstract class ServiceDialect
{
    public abstract EntityEndpoint<Company> Companies { get; }

    public abstract CompanyDialect Company(Guid companyId);
}
