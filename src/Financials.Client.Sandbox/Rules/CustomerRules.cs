using System.Net.Mail;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of customers.</summary>
internal sealed class CustomerRules(Store store, CompanyData company) : EntityRules(store, company)
{
    private static readonly TermReference PaymentTerms = new("paymentTermsId", "paymentTerms");
    private static readonly TermReference ShipmentMethod = new("shipmentMethodId", "shipmentMethod");
    private static readonly TermReference PaymentMethod = new("paymentMethodId", "paymentMethod");

    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        if (before is null && !sent.ContainsKey("displayName"))
        {
            throw ServiceException.Dialog("A \"displayName\" must be provided.");
        }

        if (string.IsNullOrWhiteSpace(values.Text("displayName")))
        {
            throw ServiceException.Dialog("The blank \"displayName\" is not allowed.");
        }

        CheckEmail(values.Text("email"));
        CurrencyReference.Resolve(Company, values, sent);
        PaymentTerms.Resolve(Company.PaymentTerms, values, sent);
        ShipmentMethod.Resolve(Company.ShipmentMethods, values, sent);
        PaymentMethod.Resolve(Company.PaymentMethods, values, sent);
        CountryReference.Check(Company, sent, "address", EntityTypes.Customer.Table);
        if (sent.ContainsKey("taxAreaId") && sent.Id("taxAreaId") is var area && area != Guid.Empty && Company.TaxAreas.Find(area) is null)
        {
            throw ServiceException.NoRecord("Tax Area");
        }

        values["taxAreaDisplayName"] = Company.TaxAreas.Find(values.Id("taxAreaId"))?.Values.Text("displayName") ?? "";
        Number(values, before);
    }

    /// <summary>Documents carry the customer's number and follow when it is renamed.</summary>
    public override void Follow(JsonObject values, JsonObject before)
    {
        var (id, number) = (values.Text(Wire.Id), values.Text("number"));
        if (number == before.Text("number"))
        {
            return;
        }

        foreach (var table in Company.Payments.All.Append(Company.CustomerEntries.Of(values.Id(Wire.Id))).Append(Company.Invoices).Append(Company.CreditMemos))
        {
            foreach (var document in table.All.Where(document => Refers(document.Values)))
            {
                table.Change(document, Rename);
            }
        }

        bool Refers(JsonObject document) =>
            document.Text("customerId") == id || (document["billToCustomerId"] is { } payer && payer.GetValue<string>() == id);

        void Rename(JsonObject document)
        {
            foreach (var role in new[] { "customer", "billToCustomer" })
            {
                if (document[$"{role}Id"]?.GetValue<string>() == id)
                {
                    document[$"{role}Number"] = number;
                }
            }
        }
    }

    public override void CheckDelete(JsonObject values)
    {
        if (Company.CustomerEntries.Of(values.Id(Wire.Id)).Count > 0)
        {
            throw ServiceException.Dialog($"You cannot delete Customer {values.Text("number")} because it has ledger entries in a fiscal year that has not been closed yet.");
        }

        var id = values.Text(Wire.Id);
        if (Company.Invoices.All.Any(invoice => invoice.Values.Text("customerId") == id || invoice.Values.Text("billToCustomerId") == id))
        {
            throw ServiceException.Dialog($"You cannot delete Customer {values.Text("number")} because there is at least one outstanding Sales Invoice for this customer.");
        }
    }

    public override void FollowDelete(JsonObject values) => Company.RemoveFrom(values.Id(Wire.Id));

    /// <summary>Writes what the customers show of reference data, after these have changed.</summary>
    public static void ShowReferences(CompanyData company)
    {
        foreach (var customer in company.Customers.All)
        {
            company.Customers.Change(customer, values =>
            {
                CurrencyReference.Show(company, values);
                PaymentTerms.Show(company.PaymentTerms, values);
                ShipmentMethod.Show(company.ShipmentMethods, values);
                PaymentMethod.Show(company.PaymentMethods, values);
                values["taxAreaDisplayName"] = company.TaxAreas.Find(values.Id("taxAreaId"))?.Values.Text("displayName") ?? "";
            });
        }
    }

    private void Number(JsonObject values, JsonObject? before)
    {
        var number = values.Text("number");
        if (number.Length > 0)
        {
            // A number that is taken already ends in the duplicate's own error.
            var isChosen = number != before?.Text("number") && Company.Customers.FindKey(number) is null;
            if (isChosen && !Company.Settings.AllowsManualNumbers)
            {
                throw ServiceException.Dialog(
                    "You may not enter numbers manually. If you want to enter numbers manually, please activate Manual Nos. in No. Series CUST.");
            }
        }
        else if (before is null)
        {
            values["number"] = Company.CustomerNumbers.Next(taken => Company.Customers.FindKey(taken) is not null);
        }
        else
        {
            throw MustNotBeBlank("number");
        }
    }

    /// <summary>There may be several addresses with semicolons between.</summary>
    private static void CheckEmail(string emails)
    {
        var wrong = emails.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(email => !MailAddress.TryCreate(email, out _));
        if (wrong is not null)
        {
            throw ServiceException.Dialog($"The email address \"{wrong}\" is not valid.");
        }
    }
}
