using Financials.Client.Generated.Documented;
using Financials.Client.Kiota;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented surface: the Graph paths, and the models of 2017 and their successors.</summary>
internal sealed class DocumentedDialect : ServiceDialect
{
    /// <summary>What the surface is called in texts.</summary>
    public const string Name = "the documented surface";

    private readonly Uri _baseAddress;
    private readonly DocumentedApi _api;

    public DocumentedDialect(Uri baseAddress)
    {
        _baseAddress = baseAddress;
        _api = new DocumentedApi(KiotaRequests.Adapter(baseAddress));
    }

    public override EntityEndpoint<Company> Companies => field ??=
        new KiotaEndpoint<Company, Generated.Documented.Companies.CompaniesRequestBuilder, Generated.Documented.Models.Company>(
            _baseAddress, _api.Companies, DocumentedSets.Companies, CompanyMapping.Instance);

    public override CompanyDialect Company(Guid companyId) => new DocumentedCompany(_baseAddress, _api.Companies[companyId]);
}
