using System.Text.Json.Nodes;
using Financials.Sandbox.Model;
using Financials.Sandbox.Queries;
using Financials.Sandbox.Queries.Filters;
using Financials.Sandbox.Rules;
using Financials.Sandbox.Rules.Posting;
using Financials.Sandbox.Surfaces;

namespace Financials.Sandbox.Routes;

/// <summary>The addresses behind a company.</summary>
/// <param name="store">What the service knows.</param>
/// <param name="company">The company.</param>
/// <param name="surface">The surface that is asked.</param>
/// <param name="form">The form of the answers.</param>
/// <param name="options">How the sandbox works.</param>
internal sealed class CompanyRoutes(Store store, CompanyData company, Surface surface, AnswerForm form, SandboxOptions options)
{
    private readonly CompanySets _sets = new(store, company);

    /// <param name="request">The request.</param>
    /// <param name="path">Its path behind the company.</param>
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request, string[] path)
    {
        // The document of 2017 prints the name of the set and the address of a create in a way that it has nowhere else.
        if (surface.TakesDocumentForms && path is ["customerPaymentsJournals", var journal, "customerPayments", var payment] && request.Method == "POST")
        {
            return Create(request, _sets.PaymentsOf(company.Journals.Get(ServiceRoutes.Key(journal))), ServiceRoutes.Key(payment));
        }

        return path switch
        {
            ["journals", .. var rest] when surface.Shows(EntityTypes.GeneralJournal) => new JournalRoutes(store, company, surface, form).Answer(request, rest),
            [var name, .. var rest] when Flat(name) is { } flat => InFlat(request, flat, rest),
            [var name, .. var rest] when _sets.Find(name) is { } set && surface.Shows(set.Type) => InSet(request, set, rest),
            [var name, ..] => throw ServiceException.NoSegment(name),
            [] => throw ServiceException.NoSegment(""),
        };
    }

    private FlatSet? Flat(string name) =>
        new FlatSets(company, _sets, surface.JournalMember, value => surface.Journal(company, value)).Find(name) is { } flat && surface.Shows(flat.Type) ? flat : null;

    private ServiceAnswer InSet(ServiceRequest request, EntitySet set, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => form.List(request, set.Type, set.Candidates, Navigate),
        ("POST", []) when !set.IsReadOnly => Create(request, set),
        ("GET", ["$count"]) => form.Count(request, set.Type, set.Candidates),
        ("POST", ["$ref"]) when surface.TakesDocumentForms && set.Type == EntityTypes.Customer => AddReference(request, set),
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
                var sent = Sent(request, flat.Type);
                return Create(request, flat.OfParent(sent) ?? throw flat.NoParent(sent[flat.ParentMember]?.GetValue<string>() ?? "", "POST"));
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

    private ServiceAnswer Create(ServiceRequest request, EntitySet set, Guid? id = null)
    {
        form.Check(request, set.Type);
        var json = BodyReader.Json(request);
        var inside = surface.TakesDocumentForms ? [] : TakeInside(json, surface.View(set.Type).Type);
        var created = set.Create(surface.View(set.Type).Stored(BodyReader.Members(json, surface.View(set.Type).Type), null), id);
        foreach (var (name, rows) in inside)
        {
            var children = _sets.Behind(set.Type, created, name) ?? throw ServiceException.ReadOnly(name);
            var view = surface.View(children.Type);
            foreach (var row in rows)
            {
                children.Create(view.Stored(BodyReader.Members(row as JsonObject ?? throw ServiceException.ReadOnly(name), view.Type), null));
            }
        }

        return Created(request, set, created);
    }

    /// <summary>Takes from a body the entities that are to be created inside the new one.</summary>
    private static List<(string Name, JsonArray Rows)> TakeInside(JsonObject json, EntityType type)
    {
        var inside = new List<(string, JsonArray)>();
        foreach (var navigation in type.Navigations.Where(navigation => navigation.IsCollection))
        {
            if (json[navigation.Name] is JsonArray rows && json.Remove(navigation.Name))
            {
                inside.Add((navigation.Name, rows));
            }
        }

        return inside;
    }

    private ServiceAnswer Created(ServiceRequest request, EntitySet set, Entity created) => form.Created(
        request, set.Type, created.Values, $"companies/{Wire.Text(company.Id)}/{set.Path}/{Wire.Text(created.Id)}", Navigate);

    /// <summary>Takes a whole customer, as the document prints it, or the address of one that exists, as OData has it.</summary>
    private ServiceAnswer AddReference(ServiceRequest request, EntitySet customers)
    {
        var json = BodyReader.Json(request);
        if (!json.TryGetPropertyValue("@odata.id", out var reference))
        {
            return Create(request, customers);
        }

        var last = reference?.ToString().Split(['/', '('], StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.TrimEnd(')') ?? "";
        customers.Get(ServiceRoutes.Key(last));
        return ServiceAnswer.NoContent;
    }

    private ServiceAnswer OnEntity(ServiceRequest request, EntitySet set, Entity entity)
    {
        switch (request.Method)
        {
            case "GET":
                return form.Entity(request, set.Type, entity.Values, Navigate);
            case "PATCH" when !set.IsReadOnly:
                form.Check(request, set.Type);
                CheckVersion(request, entity, isRequired: true);
                set.Update(entity, Members(request, set.Type, entity));
                return form.Entity(request, set.Type, entity.Values, Navigate);
            case "DELETE" when !set.IsReadOnly:
                CheckVersion(request, entity, isRequired: false);
                set.Delete(entity);
                return ServiceAnswer.NoContent;
            default:
                throw ServiceException.NotAllowed(request.Method, set.Type.SetName);
        }
    }

    private ServiceAnswer BehindEntity(ServiceRequest request, EntitySet set, Entity entity, string member, string[] behind)
    {
        var media = new MediaRoutes(surface, CheckVersion);
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
                ? CreateOnInvoice(request, set, entity)
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

    /// <summary>Creates a customer and makes it the invoice's, as the document says; neither happens where the invoice refuses.</summary>
    private ServiceAnswer CreateOnInvoice(ServiceRequest request, EntitySet invoices, Entity invoice)
    {
        if (InvoiceStatus.IsPosted(invoice.Values.Text("status")))
        {
            throw ServiceException.Dialog("The invoice has been posted and can no longer be modified.");
        }

        form.Check(request, EntityTypes.Customer);
        var created = _sets.Customers.Create(Members(request, EntityTypes.Customer));
        invoices.Update(invoice, new() { ["customerId"] = Wire.Text(created.Id) });
        return Created(request, _sets.Customers, created);
    }

    private ServiceAnswer Run(ServiceRequest request, Entity invoice, Action<Entity> action)
    {
        CheckVersion(request, invoice, isRequired: false);
        action(invoice);
        return ServiceAnswer.NoContent;
    }

    private void CheckVersion(ServiceRequest request, Entity entity, bool isRequired)
    {
        switch (request.IfMatch)
        {
            case null when !isRequired:
            case "*":
                return;
            case { } version when version.StartsWith("W/\"", StringComparison.Ordinal) && version.EndsWith('"'):
                if (version != entity.ETag)
                {
                    throw new ServiceException(options.StaleStatus, "Request_EntityChanged", "Another user has already changed the record.");
                }

                return;
            default:
                throw ServiceException.Refused(
                    "BadRequest_InvalidToken",
                    "Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.");
        }
    }

    /// <summary>The members of the body as the surface has them.</summary>
    private JsonObject Sent(ServiceRequest request, EntityType type) => BodyReader.Members(BodyReader.Json(request), surface.View(type).Type);

    /// <summary>The members of the body as they are stored.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The type of the entity that is written.</param>
    /// <param name="entity">The entity; null for a new one.</param>
    private JsonObject Members(ServiceRequest request, EntityType type, Entity? entity = null) =>
        surface.View(type).Stored(Sent(request, type), entity?.Values);

    private IEnumerable<JsonObject> Navigate(QueryShape from, JsonObject entity, QueryNavigation navigation) =>
        _sets.Related(from.TypeName, entity, navigation.Name) is var (type, related) ? related.Select(form.Shown(type)) : [];
}
