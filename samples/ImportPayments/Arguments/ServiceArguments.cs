using Financials.Client;

namespace ImportPayments.Arguments;

/// <summary>A service and the journal in it.</summary>
/// <param name="Service">The service.</param>
/// <param name="CompanyId">The company's id.</param>
/// <param name="JournalId">The id of the payment journal.</param>
internal sealed record ServiceArguments(FinancialsService Service, Guid CompanyId, Guid JournalId);
