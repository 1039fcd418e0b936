using System.Globalization;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries;
using Financials.Client.Sandbox.Queries.Filters;
using Financials.Client.Sandbox.Surfaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Financials.Client.Sandbox.Routes;

/// <summary>The form of the answers: entities as the surface shows them, pages and counts with their control information.</summary>
/// <param name="address">The surface's own address.</param>
/// <param name="largestPage">The most entities of a page.</param>
/// <param name="surface">The surface.</param>
/// <param name="company">The path of the company behind the surface's address, with every key in a segment of its own; empty for none.</param>
internal sealed class AnswerForm(Uri address, int largestPage, Surface surface, string company = "")
{
    /// <summary>How stored entities of a type are shown.</summary>
    public Func<JsonObject, JsonObject> Shown(EntityType type)
    {
        var (view, home) = (surface.View(type), $"{address}/{surface.Address(company)}");
        return values => view.Shown(values, home);
    }

    /// <summary>A page of entities.</summary>
    /// <param name="request">The request with its query.</param>
    /// <param name="type">The entities' type.</param>
    /// <param name="candidates">All entities that a filter can match.</param>
    /// <param name="navigate">Finds related entities.</param>
    public ServiceAnswer List(ServiceRequest request, EntityType type, Func<Filter, IEnumerable<JsonObject>> candidates, Navigate navigate)
    {
        var view = surface.View(type);
        var query = ODataQuery.Parse(request.Query, view.Type.Shape, request.Prefer);
        var result = query.Page(candidates(query.Filter).Select(Shown(type)), largestPage, navigate, surface.TopEndsPages);
        var page = new JsonObject { ["@odata.context"] = $"{address}/$metadata#{request.Path.TrimStart('/')}" };
        if (result.Count is { } count)
        {
            page["@odata.count"] = count;
        }

        page["value"] = new JsonArray([.. result.Items]);
        if (result.NextSkipToken is { } token)
        {
            page["@odata.nextLink"] = NextLink(request, token);
        }

        return ServiceAnswer.Json(page);
    }

    /// <summary>How many entities match, as bare text.</summary>
    public ServiceAnswer Count(ServiceRequest request, EntityType type, Func<Filter, IEnumerable<JsonObject>> candidates)
    {
        var view = surface.View(type);
        var query = ODataQuery.Parse(request.Query, view.Type.Shape);
        return ServiceAnswer.Text(query.Count(candidates(query.Filter).Select(Shown(type))).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Refuses a query that an answer could not follow, before a write makes it too late.</summary>
    /// <exception cref="ServiceException">The query asks for something that does not exist.</exception>
    public void Check(ServiceRequest request, EntityType type) => ODataQuery.Parse(request.Query, surface.View(type).Type.Shape);

    public ServiceAnswer Entity(
        ServiceRequest request, EntityType type, JsonObject values, Navigate navigate, int status = StatusCodes.Status200OK)
    {
        var view = surface.View(type);
        var entity = ODataQuery.Parse(request.Query, view.Type.Shape).Project(Shown(type)(values), navigate);
        entity.Insert(0, "@odata.context", $"{address}/$metadata#{Home}{type.SetName}/$entity");
        return ServiceAnswer.Json(entity, status);
    }

    /// <summary>The answer to a create.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The entity's type.</param>
    /// <param name="values">The new entity.</param>
    /// <param name="path">Its path behind the surface's address, with every key in a segment of its own.</param>
    /// <param name="navigate">Finds related entities.</param>
    public ServiceAnswer Created(ServiceRequest request, EntityType type, JsonObject values, string path, Navigate navigate)
    {
        var answer = request.Prefer?.Contains("return-no-content", StringComparison.OrdinalIgnoreCase) == true
            ? ServiceAnswer.NoContent
            : Entity(request, type, values, navigate, StatusCodes.Status201Created);
        return answer.With("Location", $"{address}/{surface.Address(path)}");
    }

    /// <summary>The company as contexts name it on either surface: with its key in parentheses.</summary>
    private string Home => company.Length == 0 ? "" : $"{Surface.BusinessCentral.Address($"/{company}")[1..]}/";

    private string NextLink(ServiceRequest request, string token)
    {
        var options = request.Query.Where(option => option.Key is not ("$skip" or "$skiptoken" or "$top"))
            .Append(KeyValuePair.Create("$skiptoken", new Microsoft.Extensions.Primitives.StringValues(token)));
        return QueryHelpers.AddQueryString($"{address}{request.Path}", options);
    }
}
