namespace ImportPayments.Import;

/// <summary>The ledger does not go with the file or the journal, so that going on could create payments a second time.</summary>
internal sealed class LedgerMismatchException(string message) : Exception(message);
