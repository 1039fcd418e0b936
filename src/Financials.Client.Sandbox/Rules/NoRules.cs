using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>Entities that are stored as they come: nobody can write them from outside.</summary>
internal sealed class NoRules(Store store, CompanyData company) : EntityRules(store, company)
{
    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
    }
}
