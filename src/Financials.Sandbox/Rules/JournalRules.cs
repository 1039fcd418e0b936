using System.Text.Json.Nodes;
using Financials.Sandbox.Model;

namespace Financials.Sandbox.Rules;

/// <summary>The rules of payment journals.</summary>
internal sealed class JournalRules(Store store, CompanyData company) : EntityRules(store, company)
{
    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        if (values.Text("code").Length == 0)
        {
            throw MustNotBeBlank("code");
        }

        var account = values.Id("balancingAccountId");
        values["balancingAccountNumber"] = account == Guid.Empty
            ? ""
            : FixedRecords.Accounts.GetValueOrDefault(account)
                ?? throw ServiceException.Dialog("The \"balancingAccountId\" does not match to an Account.");
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
        Company.Payments.RemoveAll(values.Id(Wire.Id));
        Company.HiddenLines.RemoveAll(values.Id(Wire.Id));
    }
}
