namespace Financials.Client.Sandbox.Page;

/// <summary>A company in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name that people know it by.</param>
/// <param name="Customers">How many customers it has.</param>
/// <param name="Payments">How many payments it has, in all journals.</param>
internal sealed record PageCompany(Guid Id, string Name, int Customers, int Payments);
