using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>
/// Posts the lines of a journal, all of them or none, whether a set shows them or not. What was posted ceases to exist: the
/// lines are deleted and their ids and numbers with them.
/// </summary>
internal sealed class PostingRun(Store store, CompanyData company)
{
    /// <summary>Posts a journal, or enters it into the job queue where the company posts by that: the caller cannot tell one from the other.</summary>
    /// <exception cref="ServiceException">The service refuses it.</exception>
    public void Post(Entity journal)
    {
        var lines = new JournalLines(company, journal.Id).All.ToList();
        if (lines.Count == 0)
        {
            throw ServiceException.Dialog("There is nothing to post.");
        }

        var settings = company.Settings;
        var template = journal.Values.Text(JournalTemplate.Member);
        if (settings.TemplateForcesReport && template == JournalTemplate.CashReceipts)
        {
            throw ServiceException.Field("Force Posting Report must be equal to 'No' in Gen. Journal Template: Name=CASHRCPT. Current value is 'Yes'.");
        }

        if (settings.JournalsAwaitApproval)
        {
            throw ServiceException.Dialog(
                $"You cannot use Gen. Journal Batch: {template},{journal.Values.Text("code")} for this action.\\\\" +
                "The restriction was imposed because the journal batch requires approval.");
        }

        if (settings.PostsWithJobQueue)
        {
            company.JobQueue.Add(journal.Id, lines.Select(line => line.Values.Text("documentNumber")));
            return;
        }

        Post(journal, lines);
        new PostedJournal(store, company).CleanUp(journal, lines[^1].Values);
        store.Undo.Commit();
    }

    /// <summary>Posts what is in the job queue, document by document. What is refused stays in its journal.</summary>
    /// <returns>What was refused, in the service's words.</returns>
    public IReadOnlyList<string> RunJobQueue()
    {
        var refusals = new List<string>();
        foreach (var (journalId, documentNumber) in company.JobQueue.TakeAll())
        {
            var lines = new JournalLines(company, journalId).All.Where(line => line.Values.Text("documentNumber") == documentNumber).ToList();
            if (lines.Count == 0 || company.Journal(journalId) is not { } journal)
            {
                continue;
            }

            try
            {
                Post(journal, lines);
                store.Undo.Commit();
            }
            catch (ServiceException refused)
            {
                store.Undo.Rollback();
                refusals.Add(refused.Message);
            }
        }

        return refusals;
    }

    private void Post(Entity journal, List<Entity> lines)
    {
        var posted = lines.Where(line => !JournalLines.IsEmpty(line.Values)).ToList();
        var line = new LinePosting(store, company, journal);
        posted.ForEach(line.Check);
        LinePosting.CheckBalance(posted);
        posted.ForEach(line.Post);
        line.ShowBalances();
        foreach (var entity in lines)
        {
            (company.Payments.TableOf(entity.Id) ?? company.HiddenLines.TableOf(entity.Id)!).Remove(entity);
            company.RemoveFrom(entity.Id);
        }

        store.Changed();
    }
}
