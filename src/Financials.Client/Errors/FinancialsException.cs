namespace Financials.Client;

/// <summary>The service refused a request, or its answer could not be understood.</summary>
public class FinancialsException : Exception
{
    /// <summary>An error with a message.</summary>
    public FinancialsException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it.</summary>
    public FinancialsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the answer; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The service's error code, for example <c>Internal_EntityWithSameKeyExists</c>; null where it gave none.</summary>
    public string? Code { get; init; }
}
