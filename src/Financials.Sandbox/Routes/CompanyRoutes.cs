using System.Text.Json.Nodes;
using Financials.Sandbox.Model;
using Financials.Sandbox.Queries;
using Financials.Sandbox.Queries.Filters;
using Financials.Sandbox.Rules;

namespace Financials.Sandbox.Routes;

/// <summary>The addresses behind a company.</summary>
/// <param name="store">What the service knows.</param>
/// <param name="company">The company.</param>
/// <param name="form">The form of the answers.</param>
/// <param name="options">How the sandbox works.</param>
internal sealed class CompanyRoutes(Store store, CompanyData company, AnswerForm form, SandboxOptions options)
{
    private const string Journals = "customerPaymentJournals";
    private const string Payments = "customerPayments";

    private readonly CompanySets _sets = new(store, company);

    /// <param name="request">The request.</param>
    /// <param name="path">Its path behind the company.</param>
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request, string[] path) => path switch
    {
        [Journals, var journal, Payments, .. var rest] => InSet(request, _sets.PaymentsOf(company.Journals.Get(DocumentedSurface.Key(journal))), rest),

        // The document of 2017 prints the name of the set and the address of a create in a way that it has nowhere else.
        ["customerPaymentsJournals", var journal, Payments, var payment] when request.Method == "POST" =>
            Create(request, _sets.PaymentsOf(company.Journals.Get(DocumentedSurface.Key(journal))), DocumentedSurface.Key(payment)),
        [Payments, .. var rest] => InPayments(request, rest),
        [var name, .. var rest] => InSet(request, _sets.Find(name) ?? throw ServiceException.NoSegment(name), rest),
        [] => throw ServiceException.NoSegment(""),
    };

    private ServiceAnswer InSet(ServiceRequest request, EntitySet set, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => form.List(request, set.Type, set.Candidates, Navigate),
        ("POST", []) => Create(request, set),
        ("GET", ["$count"]) => AnswerForm.Count(request, set.Type, set.Candidates),
        ("POST", ["$ref"]) when set.Type == EntityTypes.Customer => AddReference(request, set),
        (_, [] or ["$count"] or ["$ref"]) => throw ServiceException.NotAllowed(request.Method, set.Type.SetName),
        (_, [var key]) => OnEntity(request, set, set.Get(DocumentedSurface.Key(key))),
        (_, [var key, var member]) => BehindEntity(request, set, set.Get(DocumentedSurface.Key(key)), member),
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
                return AnswerForm.Count(request, EntityTypes.Payment, PaymentsNamedBy);
            case ("POST", []):
                var name = BodyReader.Members(BodyReader.Json(request), EntityTypes.Payment)["journalDisplayName"]?.GetValue<string>() ?? "";
                return Create(request, _sets.PaymentsOf(company.Journals.FindKey(name) ?? throw NoJournal(name)));
            case (_, [] or ["$count"]):
                throw ServiceException.NotAllowed(request.Method, Payments);
            default:
                return InSet(request, _sets.PaymentsOf(_sets.JournalOf(DocumentedSurface.Key(rest[0]))), rest);
        }
    }

    private IEnumerable<JsonObject> PaymentsNamedBy(Filter filter)
    {
        foreach (var (member, value) in filter.RequiredEqualities)
        {
            switch (member.Path, value)
            {
                case (Wire.Id, Guid id):
                    return company.TableOfPayment(id)?.Find(id) is { } payment ? [payment.Values] : [];
                case ("journalDisplayName", string name):
                    return company.Journals.FindKey(name) is { } journal ? _sets.PaymentsOf(journal).Candidates(filter) : [];
            }
        }

        throw NoJournal("");
    }

    private static ServiceException NoJournal(string name) => ServiceException.Dialog(name.Length == 0
        ? "You must specify a journal batch ID or a journal ID to get a journal line."
        : "The Journal Id and Journal Display Name do not match.");

    private ServiceAnswer Create(ServiceRequest request, EntitySet set, Guid? id = null)
    {
        AnswerForm.Check(request, set.Type);
        return Created(request, set, set.Create(BodyReader.Members(BodyReader.Json(request), set.Type), id));
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
        customers.Get(DocumentedSurface.Key(last));
        return ServiceAnswer.NoContent;
    }

    private ServiceAnswer OnEntity(ServiceRequest request, EntitySet set, Entity entity)
    {
        switch (request.Method)
        {
            case "GET":
                return form.Entity(request, set.Type, entity.Values, Navigate);
            case "PATCH":
                AnswerForm.Check(request, set.Type);
                CheckVersion(request, entity, isRequired: true);
                set.Update(entity, BodyReader.Members(BodyReader.Json(request), set.Type));
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
        if (set.Type == EntityTypes.Invoice && new InvoiceActions(store, company).Find(member) is { } action)
        {
            return request.Method == "POST" ? Run(request, entity, action) : throw ServiceException.NotAllowed(request.Method, member);
        }

        var related = _sets.Related(set.Type.Name, entity.Values, member) ?? throw ServiceException.NoSegment(member);
        var target = member == "customer" ? EntityTypes.Customer : company.Tables.First(table => table.Type.Name == member).Type;
        if (set.Type == EntityTypes.Invoice && target == EntityTypes.Customer)
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

        AnswerForm.Check(request, EntityTypes.Customer);
        var created = _sets.Customers.Create(BodyReader.Members(BodyReader.Json(request), EntityTypes.Customer));
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

    private IEnumerable<JsonObject> Navigate(QueryShape from, JsonObject entity, QueryNavigation navigation) =>
        _sets.Related(from.TypeName, entity, navigation.Name) ?? [];
}
