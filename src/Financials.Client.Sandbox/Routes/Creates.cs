using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Routes;

/// <summary>Creates entities of a company from requests.</summary>
/// <param name="company">The company.</param>
/// <param name="surface">The surface that is asked.</param>
/// <param name="form">The form of the answers.</param>
/// <param name="sets">The sets of the company.</param>
/// <param name="navigate">Finds related entities.</param>
internal sealed class Creates(CompanyData company, Surface surface, AnswerForm form, CompanySets sets, Navigate navigate)
{
    /// <summary>Creates an entity, and those inside it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="set">Where to.</param>
    /// <param name="id">The id it gets; null for one of the service's.</param>
    /// <exception cref="ServiceException">The service refuses it.</exception>
    public ServiceAnswer Create(ServiceRequest request, EntitySet set, Guid? id = null)
    {
        form.Check(request, set.Type);
        var json = BodyReader.Json(request);
        var inside = surface.TakesDocumentForms ? [] : TakeInside(json, surface.View(set.Type).Type);
        var created = set.Create(surface.View(set.Type).Stored(BodyReader.Members(json, surface.View(set.Type).Type), null), id);
        foreach (var (name, rows) in inside)
        {
            var children = sets.Behind(set.Type, created, name) ?? throw ServiceException.ReadOnly(name);
            var view = surface.View(children.Type);
            foreach (var row in rows)
            {
                children.Create(view.Stored(BodyReader.Members(row as JsonObject ?? throw ServiceException.ReadOnly(name), view.Type), null));
            }
        }

        return Created(request, set, created);
    }

    /// <summary>Takes a whole customer, as the document prints it, or the address of one that exists, as OData has it.</summary>
    public ServiceAnswer AddReference(ServiceRequest request, EntitySet customers)
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

    /// <summary>Creates a customer and makes it the invoice's, as the document says; neither happens where the invoice refuses.</summary>
    public ServiceAnswer OnInvoice(ServiceRequest request, EntitySet invoices, Entity invoice)
    {
        if (InvoiceStatus.IsPosted(invoice.Values.Text("status")))
        {
            throw ServiceException.Dialog("The invoice has been posted and can no longer be modified.");
        }

        form.Check(request, EntityTypes.Customer);
        var created = sets.Customers.Create(Members(request, EntityTypes.Customer));
        invoices.Update(invoice, new() { ["customerId"] = Wire.Text(created.Id) });
        return Created(request, sets.Customers, created);
    }

    /// <summary>The members of the body as the surface has them.</summary>
    public JsonObject Sent(ServiceRequest request, EntityType type) => BodyReader.Members(BodyReader.Json(request), surface.View(type).Type);

    /// <summary>The members of the body as they are stored.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The type of the entity that is written.</param>
    /// <param name="entity">The entity; null for a new one.</param>
    public JsonObject Members(ServiceRequest request, EntityType type, Entity? entity = null) =>
        surface.View(type).Stored(Sent(request, type), entity?.Values);

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
        request, set.Type, created.Values, $"companies/{Wire.Text(company.Id)}/{set.Path}/{Wire.Text(created.Id)}", navigate);
}
