using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Routes;

/// <summary>The addresses of a surface. Whoever calls it holds the store's gate.</summary>
/// <param name="store">What the service knows.</param>
/// <param name="surface">The surface.</param>
/// <param name="address">The surface's own address.</param>
/// <param name="options">How the sandbox works.</param>
internal sealed class ServiceRoutes(Store store, Surface surface, Uri address, SandboxOptions options)
{
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request)
    {
        if (request.Method != "GET" && "ReadOnly".Equals(request.Headers["Data-Access-Intent"], StringComparison.OrdinalIgnoreCase) && !surface.TakesDocumentForms)
        {
            throw ServiceException.Refused("BadRequest", "The data access intent 'ReadOnly' is allowed for GET requests only.");
        }

        return surface.Segments(request.Path) switch
        {
            ["$metadata"] when request.Method == "GET" && surface == Surface.BusinessCentral => ServiceAnswer.Xml(MetadataDocument.Text),
            ["companies"] => Companies(request),
            ["companies", var id] => Company(request, Key(id)),
            ["companies", var id, .. var rest] => new CompanyRoutes(store, store.Company(Key(id)), surface, FormOf($"companies/{id}"), options).Answer(request, rest),
            [var segment, ..] => throw ServiceException.NoSegment(segment),
            [] => throw ServiceException.NoSegment(""),
        };
    }

    /// <exception cref="ServiceException">The text is no key.</exception>
    public static Guid Key(string segment) => Guid.TryParseExact(segment, "D", out var id)
        ? id
        : throw ServiceException.Refused("BadRequest_NotFound", "Bad Request - Error in query syntax.");

    private AnswerForm Form => FormOf("");

    private AnswerForm FormOf(string company) => new(address, options.PageSize, surface, company);

    private ServiceAnswer Companies(ServiceRequest request) => request.Method == "GET"
        ? Form.List(request, EntityTypes.Company, _ => store.Companies.Select(company => company.Values), (_, _, _) => [])
        : throw ServiceException.NotAllowed(request.Method, EntityTypes.Company.SetName);

    private ServiceAnswer Company(ServiceRequest request, Guid id) => request.Method == "GET"
        ? Form.Entity(request, EntityTypes.Company, store.Company(id).Values, (_, _, _) => [])
        : throw ServiceException.NotAllowed(request.Method, EntityTypes.Company.SetName);
}
