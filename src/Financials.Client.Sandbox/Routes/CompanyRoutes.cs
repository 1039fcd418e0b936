using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries;
using Financials.Client.Sandbox.Queries.Filters;
using Financials.Client.Sandbox.Rules;
using Financials.Client.Sandbox.Rules.Posting;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Routes;

/// <summary>The addresses behind a company.</summary>
/// <param name="store">What the service knows.</param>
/// <param name="company">The company.</param>
/// <param name="surface">The surface that is asked.</param>
/// <param name="form">The form of the answers.</param>
/// <param name="options">How the sandbox works.</param>
internal sealed class CompanyRoutes(Store store, CompanyData company, Surface surface, AnswerForm form, SandboxOptions options)
{
    private readonly CompanySets _sets = new(store, company);
    private readonly Versions _versions = new(options.StaleStatus);

    private Creates Creates => field ??= new(company, surface, form, _sets, Navigate);

    /// <param name="request">The request.</param>
    /// <param name="path">Its path behind the company.</param>
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request, string[] path)
    {
        // The document of 2017 prints the name of the set and the address of a create in a way that it has nowhere else.
        if (surface.TakesDocumentForms && path is ["customerPaymentsJournals", var journal, "customerPayments", var payment] && request.Method == "POST")
        {
            return Creates.Create(request, _sets.PaymentsOf(company.Journals.Get(ServiceRoutes.Key(journal))), ServiceRoutes.Key(payment));
        }

        return path switch
        {
            [var name, .. var rest] when surface.Query(name) is { } query => InQuery(request, query, rest),
            ["journals", .. var rest] when surface.Shows(EntityTypes.GeneralJournal) =>
                new JournalRoutes(store, company, surface, form, _sets, Creates, OnEntity).Answer(request, rest),
            [var name, .. var rest] when Flat(name) is { } flat => InFlat(request, flat, rest),
            [var name, .. var rest] when _sets.Find(name) is { } set && surface.Shows(set.Type) => InSet(request, set, rest),
            [var name, ..] => throw ServiceException.NoSegment(name),
            [] => throw ServiceException.NoSegment(""),
        };
    }

    private ServiceAnswer InQuery(ServiceRequest request, ApiQuery query, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => form.List(request, query.Type, _ => query.Rows(company), Navigate),
        ("GET", ["$count"]) => form.Count(request, query.Type, _ => query.Rows(company)),
        (_, []) => throw ServiceException.NotAllowed(request.Method, query.Type.SetName),
        (_, [var segment, ..]) => throw ServiceException.NoSegment(segment),
    };

    private FlatSet? Flat(string name) =>
        new FlatSets(company, _sets, surface.JournalMember, value => surface.Journal(company, value)).Find(name) is { } flat && surface.Shows(flat.Type) ? flat : null;

    private ServiceAnswer InSet(ServiceRequest request, EntitySet set, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => form.List(request, set.Type, set.Candidates, Navigate),
        ("POST", []) when !set.IsReadOnly => Creates.Create(request, set),
        ("GET", ["$count"]) => form.Count(request, set.Type, set.Candidates),
        ("POST", ["$ref"]) when surface.TakesDocumentForms && set.Type == EntityTypes.Customer => Creates.AddReference(request, set),
        (_, [] or ["$count"] or ["$ref"]) => throw ServiceException.NotAllowed(request.Method, set.Type.SetName),
        (_, [var key]) => OnEntity(request, set, set.Get(ServiceRoutes.Key(key))),
        (_, [var key, var member, .. var behind]) => BehindEntity(request, set, set.Get(ServiceRoutes.Key(key)), member, behind),
    };

    private ServiceAnswer InFlat(ServiceRequest request, FlatSet flat, string[] rest)
    {
        switch (request.Method, rest)
        {
            case ("GET", []):
                return form.List(request, flat.Type, filter => NamedBy(flat, filter), Navigate);
            case ("GET", ["$count"]):
                return form.Count(request, flat.Type, filter => NamedBy(flat, filter));
            case ("POST", []) when !flat.IsReadOnly:
                var sent = Creates.Sent(request, flat.Type);
                return Creates.Create(request, flat.OfParent(sent) ?? throw flat.NoParent(sent[flat.ParentMember]?.GetValue<string>() ?? "", "POST"));
            case (_, [] or ["$count"]):
                throw ServiceException.NotAllowed(request.Method, flat.Type.SetName);
            default:
                return InSet(request, flat.Holding(ServiceRoutes.Key(rest[0])) ?? throw ServiceException.NoRecord(flat.Type.Table), rest);
        }
    }

    private static IEnumerable<JsonObject> NamedBy(FlatSet flat, Filter filter)
    {
        foreach (var (member, value) in filter.RequiredEqualities)
        {
            switch (member.Path, value)
            {
                case (Wire.Id, Guid id):
                    return flat.Holding(id) is { } holding ? [holding.Get(id).Values] : [];
                case (var path, not null) when path == flat.ParentMember:
                    return flat.OfParent(new() { [flat.ParentMember] = $"{value}" })?.Candidates(filter) ?? [];
            }
        }

        return flat.All?.Invoke().Select(entity => entity.Values) ?? throw flat.NoParent("", "GET");
    }

    private ServiceAnswer OnEntity(ServiceRequest request, EntitySet set, Entity entity)
    {
        switch (request.Method)
        {
            case "GET":
                return form.Entity(request, set.Type, entity.Values, Navigate);
            case "PATCH" or "PUT" when !set.IsReadOnly && (request.Method == "PATCH" || !surface.TakesDocumentForms):
                form.Check(request, set.Type);
                _versions.Check(request, entity, isRequired: true);
                set.Update(entity, Creates.Members(request, set.Type, entity));
                return form.Entity(request, set.Type, entity.Values, Navigate);
            case "DELETE" when !set.IsReadOnly:
                _versions.Check(request, entity, isRequired: false);
                set.Delete(entity);
                return ServiceAnswer.NoContent;
            default:
                throw ServiceException.NotAllowed(request.Method, set.Type.SetName);
        }
    }

    private ServiceAnswer BehindEntity(ServiceRequest request, EntitySet set, Entity entity, string member, string[] behind)
    {
        var media = new MediaRoutes(surface, _versions);
        var leadsOn = surface.View(set.Type).Type.LeadsTo(member);
        if (leadsOn && _sets.Behind(set.Type, entity, member) is { } children)
        {
            return InSet(request, children, behind);
        }

        if (media.Answer(request, set, entity, [member, .. behind]) is { } content)
        {
            return content;
        }

        if (behind is [var segment, ..])
        {
            throw ServiceException.NoSegment(segment);
        }

        if (surface.Action(member) is { } name && Action(set.Type, name) is { } action)
        {
            return request.Method == "POST" ? Run(request, entity, action) : throw ServiceException.NotAllowed(request.Method, member);
        }

        var (target, related) = leadsOn && _sets.Related(set.Type.Name, entity.Values, member) is { } found
            ? found
            : throw ServiceException.NoSegment(member);
        if (surface.TakesDocumentForms && set.Type == EntityTypes.Invoice && target == EntityTypes.Customer)
        {
            return request.Method == "POST"
                ? Creates.OnInvoice(request, set, entity)
                : OnEntity(request, _sets.Customers, Existing(_sets.Customers, related));
        }

        return request.Method == "GET"
            ? form.Entity(request, target, related.FirstOrDefault() ?? throw ServiceException.NoRecord(target.Table), Navigate)
            : throw ServiceException.NotAllowed(request.Method, member);
    }

    private Action<Entity>? Action(EntityType type, string name) =>
        type == EntityTypes.Invoice ? new InvoiceActions(store, company, needsLines: surface.Shows(EntityTypes.InvoiceLine)).Find(name)
        : type == EntityTypes.CreditMemo && name.Equals("post", StringComparison.OrdinalIgnoreCase) ? memo => new CreditMemos(store, company).Post(memo)
        : null;

    private static Entity Existing(EntitySet customers, IEnumerable<JsonObject> related) =>
        customers.Get(related.Select(values => values.Id(Wire.Id)).FirstOrDefault());

    private ServiceAnswer Run(ServiceRequest request, Entity invoice, Action<Entity> action)
    {
        _versions.Check(request, invoice, isRequired: false);
        action(invoice);
        return ServiceAnswer.NoContent;
    }

    private IEnumerable<JsonObject> Navigate(QueryShape from, JsonObject entity, QueryNavigation navigation) =>
        _sets.Related(from.TypeName, entity, navigation.Name) is var (type, related) ? related.Select(form.Shown(type)) : [];
}
