using Financials.Client.Generated.BusinessCentral;
using Financials.Client.Kiota;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary>Business Central's API v2.0: keys in brackets, flat addresses, actions by name.</summary>
internal sealed class BusinessCentralDialect : ServiceDialect
{
    /// <summary>What the surface is called in texts.</summary>
    public const string Name = "Business Central's API v2.0";

    private readonly Uri _baseAddress;
    private readonly BusinessCentralApi _api;

    public BusinessCentralDialect(Uri baseAddress)
    {
        _baseAddress = baseAddress;
        _api = new BusinessCentralApi(KiotaRequests.Adapter(baseAddress));
    }

    public override EntityEndpoint<Company> Companies => field ??=
        new KiotaEndpoint<Company, BusinessCentralApi, Wire.Company>(
            _baseAddress, _api, BusinessCentralSets.Companies, CompanyMapping.Instance, topEndsPages: true);

    private Uri BatchAddress => field ??= _api.Batch.ToPostRequestInformation(new()).URI;

    public override CompanyDialect Company(Guid companyId) => new BusinessCentralCompany(_baseAddress, () => BatchAddress, _api.CompaniesWithCompanyId(companyId));
}
