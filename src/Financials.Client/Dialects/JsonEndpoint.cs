using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Financials.Client.Queries;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>A set of records of an application's own type, at an address in the form of Business Central's API pages.</summary>
/// <param name="root">The address of the API, without a slash at its end.</param>
/// <param name="set">The address of the set.</param>
/// <param name="type">How the records are written and read.</param>
internal sealed class JsonEndpoint<TModel>(Uri root, Uri set, JsonTypeInfo<TModel> type) : EntityEndpoint<TModel>
    where TModel : class
{
    private readonly JsonProperties<TModel> _properties = new(type);

    public override PropertyNames Properties => _properties;

    public override ResponseReader<TModel> Entity => field ??= new JsonEntityReader<TModel>(type, _properties);

    public override ResponseReader<EntityPage<TModel>> Page => field ??= new JsonPageReader<TModel>(type);

    public override ServiceRequest List(QueryText query, int? pageSize)
    {
        // The service gives no second page to a query with a limit; who reads the pages stops by itself.
        var top = query.Top is { } limit && limit <= (pageSize ?? ServiceAddress.LargestPage) ? limit.ToString(CultureInfo.InvariantCulture) : null;
        return Reading("", [("$filter", query.Filter), ("$top", top), ("$orderby", Joined(query.OrderBy)), .. Shape(query)], pageSize);
    }

    public override ServiceRequest Next(string continuationToken, int? pageSize) => ServiceAddress.Next(root, continuationToken, pageSize);

    public override ServiceRequest Count(QueryText query) => Reading("/$count", [("$filter", query.Filter)], pageSize: null, "text/plain;q=0.9");

    public override ServiceRequest Get(Guid id, QueryText query) => Reading($"({id:D})", Shape(query), pageSize: null);

    public override ServiceRequest Create(TModel entity) => new(HttpMethod.Post, set) { Body = _properties.ToBody(entity) };

    public override ServiceRequest? Update(Guid id, TModel entity, string etag) =>
        new(HttpMethod.Patch, At($"({id:D})")) { Body = _properties.ToBody(entity), IfMatch = etag };

    public override ServiceRequest Delete(Guid id, string etag) => new(HttpMethod.Delete, At($"({id:D})")) { IfMatch = etag };

    /// <summary>Runs a bound action.</summary>
    public ServiceRequest Run(Guid id, string action, byte[]? parameters) =>
        new(HttpMethod.Post, At($"({id:D})/Microsoft.NAV.{Uri.EscapeDataString(action)}")) { Body = parameters };

    public override bool AreEqual(TModel one, TModel other) => IsStored(one, other);

    public override bool IsStored(TModel sent, TModel stored) => _properties.IsStored(sent, stored);

    public override (Guid? Id, string? ETag) VersionOf(TModel entity) => (_properties.IdOf(entity), _properties.ETagOf(entity));

    private static (string Name, string? Value)[] Shape(QueryText query) => [("$select", Joined(query.Select)), ("$expand", Joined(query.Expand))];

    private static string? Joined(IReadOnlyList<string> names) => names.Count > 0 ? string.Join(',', names) : null;

    private ServiceRequest Reading(string path, IEnumerable<(string Name, string? Value)> options, int? pageSize, string accept = "application/json")
    {
        var given = string.Join('&', options.Where(option => option.Value is not null).Select(option => $"{option.Name}={Uri.EscapeDataString(option.Value!)}"));
        return new ServiceRequest(HttpMethod.Get, ServiceAddress.Checked(At(given.Length > 0 ? $"{path}?{given}" : path))) { PageSize = pageSize, Accept = accept };
    }

    private Uri At(string path) => new(set.AbsoluteUri + path);
}
