namespace Financials.Client.Dialects;

/// <summary>
/// One service as the facade sees it: public models in, public models and public errors out. Behind it are the service's
/// wire shape, its quirks and its generated request builders.
/// </summary>
internal interface IServiceDialect
{
    IEntityEndpoint<Company> Companies { get; }

    ICompanyDialect Company(Guid companyId);
}
