using System.Runtime.ExceptionServices;

namespace Financials.Client.Outbox;

/// <summary>What became of payments that were worked on together.</summary>
/// <param name="Results">Those that came to an end, in the order of the batch.</param>
/// <param name="Failure">What ended the batch at one of them; null where nothing did.</param>
internal readonly record struct GroupResults(IReadOnlyList<BatchPaymentResult> Results, ExceptionDispatchInfo? Failure);
