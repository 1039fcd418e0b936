using Financials.Client;

namespace ImportPayments.Arguments;

/// <summary>A service and the journal in it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Company">The company's name.</param>
/// <param name="Journal">The code of the payment journal.</param>
internal sealed record ServiceArguments(FinancialsService Service, string Company, string Journal);
