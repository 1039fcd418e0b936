using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries.Filters;
using Financials.Client.Sandbox.Rules;
using Financials.Client.Sandbox.Rules.Posting;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Routes;

/// <summary>
/// The journals of all templates. A list shows those of the general template unless its filter names another, and a create makes
/// one of it unless its body does; by its id any journal is found, changed, deleted and posted, a payment journal, too.
/// </summary>
/// <param name="store">What the service knows.</param>
/// <param name="company">The company.</param>
/// <param name="surface">The surface that is asked.</param>
/// <param name="form">The form of the answers.</param>
/// <param name="sets">The sets of the company.</param>
/// <param name="creates">Creates entities.</param>
/// <param name="onEntity">Answers a request to a single entity of a set.</param>
internal sealed class JournalRoutes(
    Store store,
    CompanyData company,
    Surface surface,
    AnswerForm form,
    CompanySets sets,
    Creates creates,
    Func<ServiceRequest, EntitySet, Entity, ServiceAnswer> onEntity)
{
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => form.List(request, EntityTypes.GeneralJournal, Candidates, (_, _, _) => []),
        ("GET", ["$count"]) => form.Count(request, EntityTypes.GeneralJournal, Candidates),
        ("POST", []) => creates.Create(request, OfBody(request)),
        (_, [] or ["$count"]) => throw ServiceException.NotAllowed(request.Method, EntityTypes.GeneralJournal.SetName),
        (_, [var id]) => onEntity(request, SetOf(Get(id)), Get(id)),
        (_, [var id, var segment]) when "post".Equals(surface.Action(segment), StringComparison.OrdinalIgnoreCase) =>
            request.Method == "POST" ? Post(Get(id)) : throw ServiceException.NotAllowed(request.Method, segment),
        (_, [_, var segment, ..]) => throw ServiceException.NoSegment(segment),
    };

    private ServiceAnswer Post(Entity journal)
    {
        new PostingRun(store, company).Post(journal);
        return ServiceAnswer.NoContent;
    }

    private Entity Get(string id) => company.Journal(ServiceRoutes.Key(id)) ?? throw new ServiceException(
        404, "Internal_RecordNotFound", $"The General Journal Batch with ID {id} cannot be found.");

    private EntitySet SetOf(Entity journal) => sets.JournalsOf(journal.Values.Text(JournalTemplate.Member))!;

    /// <summary>The journals of the template that a body names.</summary>
    private EntitySet OfBody(ServiceRequest request)
    {
        var template = creates.Sent(request, EntityTypes.GeneralJournal)[JournalTemplate.Member]?.GetValue<string>() is { Length: > 0 } named
            ? named
            : JournalTemplate.General;
        return sets.JournalsOf(template)
            ?? throw ServiceException.Unrelated("Journal Template Name", EntityTypes.GeneralJournal.Table, template, "Gen. Journal Template");
    }

    private IEnumerable<JsonObject> Candidates(Filter filter)
    {
        if (Required(filter, Wire.Id) is Guid id)
        {
            return company.Journal(id) is { } journal ? [journal.Values] : [];
        }

        var template = Required(filter, JournalTemplate.Member) as string ?? JournalTemplate.General;
        return sets.JournalsOf(template.ToUpperInvariant())?.Candidates(filter) ?? [];
    }

    private static object? Required(Filter filter, string member) =>
        filter.RequiredEqualities.FirstOrDefault(equality => equality.Member.Path == member)?.Value;
}
