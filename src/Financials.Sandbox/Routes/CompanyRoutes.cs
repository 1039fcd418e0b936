using System.Text.Json.Nodes;
using Financials.Sandbox.Model;
using Financials.Sandbox.Queries;
using Financials.Sandbox.Queries.Filters;
using Financials.Sandbox.Rules;
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
    private const string Journals = "customerPaymentJournals";
    private const string Payments = "customerPayments";

    private readonly CompanySets _sets = new(store, company);

    /// <param name="request">The request.</param>
    /// <param name="path">Its path behind the company.</param>
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request, string[] path) => path switch
    {
        [Journals, var journal, Payments, .. var rest] => InSet(request, _sets.PaymentsOf(company.Journals.Get(ServiceRoutes.Key(journal))), rest),

        // The document of 2017 prints the name of the set and the address of a create in a way that it has nowhere else.
        ["customerPaymentsJournals", var journal, Payments, var payment] when surface.TakesDocumentForms && request.Method == "POST" =>
            Create(request, _sets.PaymentsOf(company.Journals.Get(ServiceRoutes.Key(journal))), ServiceRoutes.Key(payment)),
        [Payments, .. var rest] => InPayments(request, rest),
        [var name, .. var rest] => InSet(request, _sets.Find(name) ?? throw ServiceException.NoSegment(name), rest),
        [] => throw ServiceException.NoSegment(""),
    };

    private ServiceAnswer InSet(ServiceRequest request, EntitySet set, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => form.List(request, set.Type, set.Candidates, Navigate),
        ("POST", []) => Create(request, set),
        ("GET", ["$count"]) => form.Count(request, set.Type, set.Candidates),
        ("POST", ["$ref"]) when surface.TakesDocumentForms && set.Type == EntityTypes.Customer => AddReference(request, set),
        (_, [] or ["$count"] or ["$ref"]) => throw ServiceException.NotAllowed(request.Method, set.Type.SetName),
        (_, [var key]) => OnEntity(request, set, set.Get(ServiceRoutes.Key(key))),
        (_, [var key, var member]) => BehindEntity(request, set, set.Get(ServiceRoutes.Key(key)), member),
        (_, [_, _, var segment, ..]) => throw ServiceException.NoSegment(segment),
    };

    /// <summary>
    /// Payments without a journal in the address. A create names its journal in the body, a list in its filter, and both are
    /// refused without; a single payment is found by its id.
    /// </summary>
    private ServiceAnswer InPayments(ServiceRequest request, string[] rest)
    {
        switch (request.Method, rest)
        {
            case ("GET", []):
                return form.List(request, EntityTypes.Payment, PaymentsNamedBy, Navigate);
            case ("GET", ["$count"]):
                return form.Count(request, EntityTypes.Payment, PaymentsNamedBy);
            case ("POST", []):
                var name = Sent(request, EntityTypes.Payment)[surface.JournalMember]?.GetValue<string>() ?? "";
                return Create(request, _sets.PaymentsOf(surface.Journal(company, name) ?? throw NoJournal(name)));
            case (_, [] or ["$count"]):
                throw ServiceException.NotAllowed(request.Method, Payments);
            default:
                return InSet(request, _sets.PaymentsOf(_sets.JournalOf(ServiceRoutes.Key(rest[0]))), rest);
        }
    }

    private IEnumerable<JsonObject> PaymentsNamedBy(Filter filter)
    {
        foreach (var (member, value) in filter.RequiredEqualities)
        {
            switch (member.Path, value)
            {
                case (Wire.Id, Guid id):
                    return company.Payments.Find(id) is { } payment ? [payment.Values] : [];
                case (var path, not null) when path == surface.JournalMember:
                    return surface.Journal(company, $"{value}") is { } journal ? _sets.PaymentsOf(journal).Candidates(filter) : [];
            }
        }

        throw NoJournal("");
    }

    private static ServiceException NoJournal(string name) => ServiceException.Dialog(name.Length == 0 || name == Wire.Text(Guid.Empty)
        ? "You must specify a journal batch ID or a journal ID to get a journal line."
        : "The Journal Id and Journal Display Name do not match.");

    private ServiceAnswer Create(ServiceRequest request, EntitySet set, Guid? id = null)
    {
        form.Check(request, set.Type);
        return Created(request, set, set.Create(Members(request, set.Type), id));
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
            case "PATCH":
                form.Check(request, set.Type);
                CheckVersion(request, entity, isRequired: true);
                set.Update(entity, Members(request, set.Type, entity));
                return form.Entity(request, set.Type, entity.Values, Navigate);
            case "DELETE":
                CheckVersion(request, entity, isRequired: false);
                set.Delete(entity);
                return ServiceAnswer.NoContent;
            default:
                throw ServiceException.NotAllowed(request.Method, set.Type.SetName);
        }
    }

    private ServiceAnswer BehindEntity(ServiceRequest request, EntitySet set, Entity entity, string member)
    {
        if (set.Type == EntityTypes.Invoice && surface.Action(member) is { } name && new InvoiceActions(store, company).Find(name) is { } action)
        {
            return request.Method == "POST" ? Run(request, entity, action) : throw ServiceException.NotAllowed(request.Method, member);
        }

        var (target, related) = surface.View(set.Type).Type.LeadsTo(member) && _sets.Related(set.Type.Name, entity.Values, member) is { } found
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
        _sets.Related(from.TypeName, entity, navigation.Name) is var (type, related) ? related.Select(surface.View(type).Shown) : [];
}
