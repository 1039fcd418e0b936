using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries.Filters;
using Financials.Client.Sandbox.Rules;
using Financials.Client.Sandbox.Rules.Posting;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Routes;

/// <summary>
/// The journals of all templates. A list shows those of the general template unless its filter names another; by its id any
/// journal is found and can be posted, a payment journal, too.
/// </summary>
internal sealed class JournalRoutes(Store store, CompanyData company, Surface surface, AnswerForm form)
{
    private const string Template = "templateDisplayName";

    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer Answer(ServiceRequest request, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => form.List(request, EntityTypes.GeneralJournal, Candidates, (_, _, _) => []),
        ("GET", ["$count"]) => form.Count(request, EntityTypes.GeneralJournal, Candidates),
        ("GET", [var id]) => form.Entity(request, EntityTypes.GeneralJournal, Get(id).Values, (_, _, _) => []),
        (_, [] or [_]) => throw ServiceException.NotAllowed(request.Method, EntityTypes.GeneralJournal.SetName),
        (_, [var id, var segment]) when "post".Equals(surface.Action(segment), StringComparison.OrdinalIgnoreCase) =>
            request.Method == "POST" ? Post(Get(id)) : throw ServiceException.NotAllowed(request.Method, segment),
        (_, [_, var segment, ..]) => throw ServiceException.NoSegment(segment),
    };

    private ServiceAnswer Post(Entity journal)
    {
        new PostingRun(store, company).Post(journal);
        return ServiceAnswer.NoContent;
    }

    private Entity Get(string id) => company.Journals.Find(ServiceRoutes.Key(id)) ?? throw new ServiceException(
        404, "Internal_RecordNotFound", $"The General Journal Batch with ID {id} cannot be found.");

    private IEnumerable<JsonObject> Candidates(Filter filter)
    {
        var template = filter.RequiredEqualities.FirstOrDefault(equality => equality.Member.Path == Template)?.Value as string ?? JournalTemplate.General;
        var id = filter.RequiredEqualities.FirstOrDefault(equality => equality.Member.Path == Wire.Id)?.Value;
        return company.Journals.All
            .Where(journal => id is Guid only ? journal.Id == only : journal.Values.Text(Template).Equals(template, StringComparison.OrdinalIgnoreCase))
            .Select(journal => journal.Values);
    }
}
