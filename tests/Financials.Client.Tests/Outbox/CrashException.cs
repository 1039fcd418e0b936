namespace Financials.Client.Tests.Outbox;

/// <summary>Ends a batch wherever it is, as the end of its process would.</summary>
internal sealed class CrashException(string where) : Exception($"The process ends {where}.");
