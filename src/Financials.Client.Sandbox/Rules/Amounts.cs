using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>Rounds amounts as the service does before it stores them.</summary>
internal static class Amounts
{
    /// <param name="company">The company.</param>
    /// <param name="currencyCode">The amount's currency; empty for the company's own.</param>
    /// <param name="amount">The amount. What needs no rounding keeps its digits.</param>
    public static decimal Round(CompanyData company, string currencyCode, decimal amount)
    {
        var precision = company.Settings.AmountPrecisions.GetValueOrDefault(
            currencyCode.Length == 0 ? company.Settings.LocalCurrencyCode : currencyCode, CompanySettings.UsualPrecision);
        var rounded = decimal.Round(amount / precision, MidpointRounding.AwayFromZero) * precision;
        return rounded == amount ? amount : rounded;
    }
}
