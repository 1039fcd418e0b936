using Financials.Client.Generated.Documented;
using Microsoft.Kiota.Abstractions;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented surface: the Graph paths, and the models of 2017 and their successors.</summary>
internal sealed class DocumentedDialect : IServiceDialect
{
    private readonly DocumentedApi _api;
    private readonly WireCalls _calls;

    public DocumentedDialect(IRequestAdapter adapter)
    {
        _api = new DocumentedApi(adapter);
        _calls = new WireCalls(adapter);
        Companies = new EntityEndpoint<Company, Wire.Company, Wire.CompanyCollection>(_calls, CompanyMapping.Instance, new()
        {
            List = () => _api.Companies.ToGetRequestInformation(),
            Next = link => _api.Companies.WithUrl(link).ToGetRequestInformation(),
            Get = id => _api.Companies[id].ToGetRequestInformation(),
            Count = () => throw new NotSupportedException("The service cannot count companies. List them."),
        });
    }

    public IEntityEndpoint<Company> Companies { get; }

    public ICompanyDialect Company(Guid companyId) => new DocumentedCompany(_calls, _api.Companies[companyId]);
}
