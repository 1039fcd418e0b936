using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of the journals of one template.</summary>
internal sealed class JournalRules(Store store, CompanyData company, string template) : EntityRules(store, company)
{
    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        if (values.Text("code").Length == 0)
        {
            throw MustNotBeBlank("code");
        }

        if (sent[JournalTemplate.Member]?.GetValue<string>() is { Length: > 0 } named && named != template)
        {
            throw ServiceException.Dialog("You cannot change the value of the key field Journal Template Name.");
        }

        values[JournalTemplate.Member] = template;
        values["balancingAccountNumber"] = Balancing(values.Id("balancingAccountId"));
    }

    /// <summary>The lines carry the journal's name and follow when it is renamed.</summary>
    public override void Follow(JsonObject values, JsonObject before)
    {
        var payments = Company.Payments.Of(values.Id(Wire.Id));
        foreach (var payment in payments.All)
        {
            payments.Change(payment, line => line["journalDisplayName"] = values.Text("code"));
        }
    }

    /// <summary>The lines end with their journal, whether a set shows them or not.</summary>
    public override void FollowDelete(JsonObject values)
    {
        foreach (var payment in Company.Payments.Of(values.Id(Wire.Id)).All)
        {
            Company.RemoveFrom(payment.Id);
        }

        Company.Payments.RemoveAll(values.Id(Wire.Id));
        Company.HiddenLines.RemoveAll(values.Id(Wire.Id));
    }

    /// <summary>Only an account of the general ledger that is open to direct posting will do. The service's text names the wrong property.</summary>
    private string Balancing(Guid accountId)
    {
        if (accountId == Guid.Empty)
        {
            return "";
        }

        var account = Company.Accounts.Find(accountId)?.Values;
        return account is not null && account["directPosting"]!.GetValue<bool>() && account.Text("accountType") == "Posting" && !account["blocked"]!.GetValue<bool>()
            ? account.Text("number")
            : throw ServiceException.Dialog("The \"balancingAccountNumber\" does not match to a G/L Account.");
    }
}
