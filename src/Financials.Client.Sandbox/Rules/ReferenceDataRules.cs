using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of currencies, payment terms, payment methods and shipment methods.</summary>
internal sealed class ReferenceDataRules(Store store, CompanyData company) : EntityRules(store, company)
{
    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        if (values.Text("code").Length == 0)
        {
            throw MustNotBeBlank("code");
        }
    }

    public override void Follow(JsonObject values, JsonObject before) => Show();

    public override void FollowDelete(JsonObject values) => Show();

    private void Show()
    {
        CustomerRules.ShowReferences(Company);
        foreach (var invoice in Company.Invoices.All)
        {
            Company.Invoices.Change(invoice, values => CurrencyReference.Show(Company, values));
        }
    }
}
