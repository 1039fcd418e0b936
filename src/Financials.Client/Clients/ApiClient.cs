using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json.Serialization.Metadata;
using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client;

/// <summary>The sets of one API of a company, by types of the application's own. Thread-safe.</summary>
public class ApiClient
{
    private readonly CompanyContext _company;
    private readonly Uri _root;

    internal ApiClient(CompanyContext company, Uri root)
    {
        _company = company;
        _root = root;
    }

    /// <summary>For fakes in tests.</summary>
    protected ApiClient()
    {
        _company = null!;
        _root = null!;
    }

    /// <summary>A set of entities, by a record of the application's own.</summary>
    /// <typeparam name="TModel">
    /// The record: a <c>Guid? Id</c> that is <c>id</c> in JSON, and a <c>string? ETag</c> that is <c>@odata.etag</c> if changes of others are to be
    /// noticed. Make the other properties nullable: a create or an update sends those that are not null.
    /// </typeparam>
    /// <param name="name">The name of the set in addresses, for example <c>loyaltyMembers</c>.</param>
    /// <param name="type">How the record is written and read, for example <c>MyJsonContext.Default.LoyaltyMember</c>.</param>
    /// <param name="key">
    /// A property that is unique in the set, as in <c>m => m.Number</c>: a create whose response was lost is looked up by it and retried
    /// where it is absent. Default: null, so that the outcome of such a create is unknown.
    /// </param>
    /// <exception cref="ArgumentException">The record has no id, or the key is no property of it.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "Where the name is a keyword, as in Visual Basic, it is written in brackets.")]
    public virtual ApiEntitySet<TModel> Set<TModel>(string name, JsonTypeInfo<TModel> type, Expression<Func<TModel, object?>>? key = null)
        where TModel : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(type);
        var endpoint = new JsonEndpoint<TModel>(Fake.Real(_root, this), new Uri($"{_root.AbsoluteUri}/companies({_company.CompanyId:D})/{Uri.EscapeDataString(name)}"), type);
        var properties = (JsonProperties<TModel>)endpoint.Properties;
        return new(_company.Operations, endpoint, key is null
            ? NaturalKey<TModel>.None
            : new JsonKey<TModel>(properties, new FilterTranslator(properties.Value, "look up").MemberName(key)));
    }
}
