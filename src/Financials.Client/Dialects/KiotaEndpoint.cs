using Financials.Client.Errors;
using Financials.Client.Kiota;
using Financials.Client.Models;
using Financials.Client.Queries;
using Financials.Client.Transport;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Dialects;

/// <summary>One set of entities over generated builders and a mapping.</summary>
/// <param name="baseAddress">The service's address.</param>
/// <param name="set">The generated builder.</param>
/// <param name="requests">How it is called.</param>
/// <param name="mapping">The wire shape of the entities.</param>
/// <param name="topEndsPages">
/// Whether the service gives no second page to a query with a limit, even where the limit is larger than the page. Such a limit is not
/// sent: who reads the pages stops by itself.
/// </param>
/// <param name="batchAddress">Where several requests go in one; null where the service has none such.</param>
internal sealed class KiotaEndpoint<TModel, TBuilder, TWire>(
    Uri baseAddress, TBuilder set, EntityRequests<TBuilder, TWire> requests, WritableMapping<TModel, TWire> mapping, bool topEndsPages = false, Func<Uri>? batchAddress = null)
    : EntityEndpoint<TModel>
    where TModel : class, IEntity<TModel>, new()
    where TWire : class, IParsable, IAdditionalDataHolder, new()
{
    private Uri? _createAddress;

    public override PropertyNames Properties => mapping.Properties;

    public override ResponseReader<TModel> Entity => mapping.Entity;

    public override ResponseReader<EntityPage<TModel>> Page => mapping.Page;

    public override ServiceRequest List(QueryText query, int? pageSize)
    {
        var request = requests.List!(set);
        var parameters = request.QueryParameters;
        if (FilterOf(query) is { } filter)
        {
            parameters["%24filter"] = filter;
        }

        if (query.Top is { } top && !(topEndsPages && top > (pageSize ?? ServiceAddress.LargestPage)))
        {
            parameters["%24top"] = top;
        }

        AddList(parameters, "%24orderby", query.OrderBy);
        AddShape(parameters, query);
        return new ServiceRequest(HttpMethod.Get, ServiceAddress.Checked(request.URI)) { PageSize = pageSize };
    }

    public override ServiceRequest Next(string continuationToken, int? pageSize) => ServiceAddress.Next(baseAddress, continuationToken, pageSize);

    public override ServiceRequest? Count(QueryText query)
    {
        if (requests.Count?.Invoke(set) is not { } request)
        {
            return null;
        }

        if (FilterOf(query) is { } filter)
        {
            request.QueryParameters["%24filter"] = filter;
        }

        return new ServiceRequest(HttpMethod.Get, ServiceAddress.Checked(request.URI)) { Accept = "text/plain;q=0.9" };
    }

    public override ServiceRequest Get(Guid id, QueryText query)
    {
        var request = requests.Get(set, id);
        AddShape(request.QueryParameters, query);
        return new ServiceRequest(HttpMethod.Get, request.URI);
    }

    public override ServiceRequest Create(TModel entity)
    {
        var create = requests.Create ?? throw ServiceErrors.NotOffered(requests.InsteadOfCreate);
        var wire = mapping.ToWire(entity);
        var request = KiotaRequests.Build(create, set, wire);
        mapping.Return(wire);

        // All creates of a set go to one address, which takes longer to make than the rest of the request.
        _createAddress ??= request.URI;
        return new ServiceRequest(HttpMethod.Post, _createAddress) { Body = KiotaRequests.BodyOf(request), Instead = requests.InsteadOfCreate };
    }

    public override BatchEndpoint<TModel>? Batch => requests.Create is null || batchAddress is null ? null : field ??= new(batchAddress(), baseAddress, this);

    public override ServiceRequest? Update(Guid id, TModel entity, string etag)
    {
        if (mapping.ChangesOf(entity) is not { } changes)
        {
            return null;
        }

        var update = requests.Update ?? throw ServiceErrors.NotOffered(requests.InsteadOfChange);
        var (method, address, body) = KiotaRequests.Read(KiotaRequests.Build(update, (set, id), changes));
        return new ServiceRequest(method, address) { Body = body, IfMatch = etag };
    }

    public override ServiceRequest Delete(Guid id, string etag) => requests.Delete is { } delete
        ? new(HttpMethod.Delete, delete(set, id).URI) { IfMatch = etag }
        : throw ServiceErrors.NotOffered(requests.InsteadOfChange);

    public override bool AreEqual(TModel one, TModel other) => mapping.AreEqual(one, other);

    public override bool IsStored(TModel sent, TModel stored) => mapping.IsStored(sent, stored);

    /// <summary>What of each entity is read.</summary>
    private static void AddShape(IDictionary<string, object> parameters, QueryText query)
    {
        AddList(parameters, "%24select", query.Select);
        AddList(parameters, "%24expand", query.Expand);
    }

    private static void AddList(IDictionary<string, object> parameters, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            parameters[name] = values.ToArray();
        }
    }

    private string? FilterOf(QueryText query) => (requests.Condition?.Invoke(set), query.Filter) switch
    {
        (null, var filter) => filter,
        (var condition, null) => condition,
        var (condition, filter) => $"{condition} and {filter}",
    };
}
