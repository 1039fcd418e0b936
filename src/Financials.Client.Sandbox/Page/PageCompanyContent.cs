namespace Financials.Client.Sandbox.Page;

/// <summary>What a company holds.</summary>
internal sealed record PageCompanyContent(PageSet Customers, PageSet Payments, PageSet Journals);
