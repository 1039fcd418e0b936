namespace Financials.Sandbox.Model;

/// <summary>How a company works.</summary>
/// <param name="LocalCurrencyCode">The currency of its books.</param>
internal sealed record CompanySettings(string LocalCurrencyCode)
{
    /// <summary>Whether customer numbers may be chosen by the one who creates a customer.</summary>
    public bool AllowsManualNumbers { get; set; } = true;
}
