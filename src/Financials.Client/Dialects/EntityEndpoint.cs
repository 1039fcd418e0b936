using System.Globalization;
using Financials.Client.Entities;
using Financials.Client.Errors;
using Financials.Client.Queries;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Dialects;

/// <summary>One set of entities over generated requests and a mapping.</summary>
internal sealed class EntityEndpoint<TModel, TWire, TPage>(
    WireCalls calls,
    EntityMapping<TModel, TWire, TPage> mapping,
    EntityRequests<TWire> requests) : IEntityEndpoint<TModel>
    where TModel : class, IEntity<TModel>, new()
    where TWire : IParsable, IAdditionalDataHolder, new()
    where TPage : IParsable, new()
{
    /// <summary>In characters. The service refuses addresses of more than about 8,099.</summary>
    private const int LongestAddress = 8_000;

    public IReadOnlyDictionary<string, string> WireNames => mapping.WireNames;

    public IReadOnlyDictionary<string, string> Fields => mapping.Fields;

    public IReadOnlyDictionary<string, string> Navigations => mapping.Navigations;

    public async Task<TModel?> CreateAsync(TModel entity, CancellationToken cancellationToken)
    {
        var wire = await calls.SendAsync<TWire>(requests.Create!(mapping.ToWire(entity)), cancellationToken, requests.InsteadOfCreate).ConfigureAwait(false);
        return wire is null ? null : mapping.ToModel(wire);
    }

    public async Task<TModel> GetAsync(Guid id, CancellationToken cancellationToken) =>
        Entity(await calls.SendAsync<TWire>(requests.Get(id), cancellationToken).ConfigureAwait(false));

    public async Task<TModel> UpdateAsync(TModel entity, bool overwrite, CancellationToken cancellationToken)
    {
        if (mapping.ChangesOf(entity) is not { } changes)
        {
            return entity;
        }

        var request = requests.Update!(entity.Id!.Value, changes);
        request.Headers.Add("If-Match", overwrite ? "*" : entity.ETag!);
        return await calls.SendAsync<TWire>(request, cancellationToken).ConfigureAwait(false) is { } wire
            ? mapping.ToModel(wire)
            : throw ServiceErrors.ChangedUnseen<TModel>();
    }

    public bool AreEqual(TModel one, TModel other) => mapping.AreEqual(one, other);

    public bool IsStored(TModel sent, TModel stored) => mapping.IsStored(sent, stored);

    public Task DeleteAsync(Guid id, string etag, CancellationToken cancellationToken)
    {
        var request = requests.Delete!(id);
        request.Headers.Add("If-Match", etag);
        return calls.SendNoContentAsync(request, cancellationToken);
    }

    public async Task<int> CountAsync(QueryText query, CancellationToken cancellationToken)
    {
        var request = requests.Count();
        if (query.Filter is { } filter)
        {
            request.QueryParameters["%24filter"] = filter;
        }

        return await calls.CountAsync(Checked(request), cancellationToken).ConfigureAwait(false)
            ?? throw new FinancialsException("The service did not say how many entities there are.");
    }

    public Task<EntityPage<TModel>> ReadPageAsync(QueryText query, int? pageSize, CancellationToken cancellationToken)
    {
        var request = requests.List();
        var parameters = request.QueryParameters;
        if (query.Filter is { } filter)
        {
            parameters["%24filter"] = filter;
        }

        if (query.Top is { } top)
        {
            parameters["%24top"] = top;
        }

        AddList("%24orderby", query.OrderBy);
        AddList("%24select", query.Select);
        AddList("%24expand", query.Expand);
        return PageAsync(Checked(request), pageSize, cancellationToken);

        void AddList(string name, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
            {
                parameters[name] = values.ToArray();
            }
        }
    }

    public Task<EntityPage<TModel>> ReadPageAsync(string continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        // The token would go wherever the link points, so a link to another place is refused before anything is sent.
        if (!Uri.TryCreate(continuationToken, UriKind.Absolute, out var next) || !IsOfThisService(next))
        {
            throw new FinancialsException(
                $"A next link that does not lead to {calls.BaseAddress} is not followed. " +
                "Continue only with a token that this service gave.");
        }

        return PageAsync(requests.Next(continuationToken), pageSize, cancellationToken);
    }

    private async Task<EntityPage<TModel>> PageAsync(RequestInformation request, int? pageSize, CancellationToken cancellationToken)
    {
        if (pageSize is { } size)
        {
            request.Headers.Add("Prefer", string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={size}"));
        }

        var page = await calls.SendAsync<TPage>(request, cancellationToken).ConfigureAwait(false) ?? throw ServiceErrors.Missing<TModel>();
        var rows = mapping.Rows(page) ?? throw ServiceErrors.Missing<TModel>();
        var entities = new TModel[rows.Count];
        for (var i = 0; i < entities.Length; i++)
        {
            entities[i] = mapping.ToModel(rows[i] ?? throw ServiceErrors.Missing<TModel>());
        }

        return new EntityPage<TModel>(entities, mapping.NextLink(page));
    }

    private bool IsOfThisService(Uri link) =>
        Uri.Compare(link, calls.BaseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0 &&
        link.AbsolutePath.StartsWith(calls.BaseAddress.AbsolutePath.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);

    private static RequestInformation Checked(RequestInformation request)
    {
        var length = request.URI.AbsoluteUri.Length;
        return length <= LongestAddress
            ? request
            : throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The query makes an address of {length} characters, and the service takes no more than {LongestAddress}. Ask in several queries with fewer conditions each."));
    }

    private TModel Entity(TWire? wire) => wire is null ? throw ServiceErrors.Missing<TModel>() : mapping.ToModel(wire);
}
