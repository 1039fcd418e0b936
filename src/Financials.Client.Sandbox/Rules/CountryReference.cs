using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The country of an address, which has to be one of the company's.</summary>
internal static class CountryReference
{
    /// <param name="company">The company.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="address">The member with the address.</param>
    /// <param name="table">The table of the entity in messages.</param>
    /// <param name="field">The field of the country in messages.</param>
    /// <exception cref="ServiceException">There is no such country.</exception>
    public static void Check(CompanyData company, JsonObject sent, string address, string table, string field = "Country/Region Code")
    {
        if (sent[address] is JsonObject parts && parts.Text("countryLetterCode") is { Length: > 0 } code && company.CountriesRegions.FindKey(code) is null)
        {
            throw ServiceException.Unrelated(field, table, code, EntityTypes.CountryRegion.Table);
        }
    }
}
