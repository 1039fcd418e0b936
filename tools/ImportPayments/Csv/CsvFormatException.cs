namespace ImportPayments.Csv;

/// <summary>The file cannot be read as CSV, so that nothing after that place can be trusted.</summary>
internal sealed class CsvFormatException(string message, Exception? innerException = null) : Exception(message, innerException);
