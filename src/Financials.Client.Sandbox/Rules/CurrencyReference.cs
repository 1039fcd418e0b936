using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>
/// The currency of a customer or an invoice. The company's own currency is stored as none at all and read as its code, so that
/// an entity with a currency code may have no currency id.
/// </summary>
internal static class CurrencyReference
{
    private const string Code = "currencyCode";

    private static readonly Reference Members = new(
        "currencyId",
        Code,
        "The \"currencyId\" does not match to a Currency.",
        "The \"currencyCode\" does not match to a Currency.",
        "The currency values do not match to a specific Currency.");

    public static void Resolve(CompanyData company, JsonObject values, JsonObject sent)
    {
        var local = company.Settings.LocalCurrencyCode;
        var plain = sent;
        if (sent.ContainsKey(Code) && sent.Text(Code) == local)
        {
            plain = (JsonObject)sent.DeepClone();
            plain[Code] = "";
        }

        var currency = Members.Resolve(values, plain, company.Currencies);
        if (currency is not null && plain != sent && currency.Values.Text("code") != local)
        {
            throw ServiceException.Dialog(Members.Disagreement);
        }

        Show(company, values);
    }

    /// <summary>Writes the code that the currency has now.</summary>
    public static void Show(CompanyData company, JsonObject values)
    {
        var currency = company.Currencies.Find(values.Id(Members.Id));
        Members.Write(values, currency, EntityTypes.Currency);
        values[Code] = currency?.Values.Text("code") ?? company.Settings.LocalCurrencyCode;
    }
}
