using Financials.Sandbox.Model;

namespace Financials.Sandbox.Routes;

/// <summary>The addresses of the documented surface. Whoever calls it holds the store's gate.</summary>
/// <param name="store">What the service knows.</param>
/// <param name="address">The service's own address.</param>
/// <param name="options">How the sandbox works.</param>
internal sealed class DocumentedSurface(Store store, Uri address, SandboxOptions options)
{
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request)
    {
        return request.Segments switch
        {
            ["companies"] => Companies(request),
            ["companies", var id] => Company(request, Key(id)),
            ["companies", var id, .. var rest] => new CompanyRoutes(store, store.Company(Key(id)), Form, options).Answer(request, rest),
            [var segment, ..] => throw ServiceException.NoSegment(segment),
            [] => throw ServiceException.NoSegment(""),
        };
    }

    /// <exception cref="ServiceException">The text is no key.</exception>
    public static Guid Key(string segment) => Guid.TryParseExact(segment, "D", out var id)
        ? id
        : throw ServiceException.Refused("BadRequest_NotFound", "Bad Request - Error in query syntax.");

    private AnswerForm Form => new(address, options.PageSize);

    private ServiceAnswer Companies(ServiceRequest request) => request.Method == "GET"
        ? Form.List(request, EntityTypes.Company, _ => store.Companies.Select(company => company.Values), (_, _, _) => [])
        : throw ServiceException.NotAllowed(request.Method, EntityTypes.Company.SetName);

    private ServiceAnswer Company(ServiceRequest request, Guid id) => request.Method == "GET"
        ? Form.Entity(request, EntityTypes.Company, store.Company(id).Values, (_, _, _) => [])
        : throw ServiceException.NotAllowed(request.Method, EntityTypes.Company.SetName);
}
