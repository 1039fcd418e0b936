using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;

namespace Financials.Client.Sandbox.SampleData;

/// <summary>The companies that a sandbox begins with.</summary>
internal static class Companies
{
    public const string DefaultJournalCode = "DEFAULT";

    /// <summary>Adds two companies: the first lets customer numbers be chosen, the second does not.</summary>
    /// <param name="store">An empty store.</param>
    /// <param name="withTrade">Whether they have customers, invoices and payments.</param>
    public static void AddTo(Store store, bool withTrade)
    {
        foreach (var (name, displayName, currency, allowsManualNumbers) in new[]
        {
            ("CRONUS USA, Inc.", "CRONUS USA, Inc.", "USD", true),
            ("Fabrikam GmbH", "Fabrikam GmbH", "EUR", false),
        })
        {
            var values = EntityTypes.Company.Blank();
            values[Wire.Id] = Wire.Text(store.NewId());
            values["systemVersion"] = "28.0.0.0";
            values["name"] = name;
            values["displayName"] = displayName;
            values["timestamp"] = (int)++store.Version;
            values["systemCreatedAt"] = Wire.Text(store.Now);
            values["systemModifiedAt"] = Wire.Text(store.Now);
            values[Wire.ETag] = "W/\"JzQ0OzAn\"";

            // The sample customers have numbers of their own, whether later ones may have them or not.
            var company = new CompanyData(values, new(currency), store.Undo);
            store.Add(company);
            var sets = new CompanySets(store, company);
            ReferenceData.AddTo(sets, currency);
            Accounts.AddTo(sets);
            Dimensions.AddTo(sets);

            // Set up by a person, this journal has a number series; those that are created through the service have none.
            sets.Find("customerPaymentJournals")!.Create(new()
            {
                ["code"] = DefaultJournalCode,
                ["displayName"] = "Default Journal",
                ["balancingAccountId"] = Wire.Text(FixedRecords.CheckingAccount),
                ["numberSeries"] = "GJNL-RCPT",
            });
            if (withTrade)
            {
                Trade.AddTo(store, company, sets);
            }

            company.Settings.AllowsManualNumbers = allowsManualNumbers;
        }

        store.Undo.Commit();
    }
}
