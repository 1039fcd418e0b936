using System.Text;
using Financials.Client.Errors;

namespace Financials.Client;

/// <summary>
/// A request did not do what it was asked. The message is one line and says what to change; <see cref="ToString"/> has
/// everything. Neither holds tokens, bodies or e-mail addresses.
/// </summary>
public class FinancialsException : Exception
{
    private ErrorFacts _facts = ErrorFacts.None;
    private string? _done;

    /// <summary>An error with a message.</summary>
    /// <param name="message">What happened and what to change.</param>
    public FinancialsException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and what caused it.</summary>
    /// <param name="message">What happened and what to change.</param>
    /// <param name="innerException">What caused it.</param>
    public FinancialsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private protected FinancialsException(string message, ErrorFacts facts, Exception? innerException)
        : base(message, innerException) => _facts = facts;

    /// <inheritdoc/>
    public override string Message => _done is null ? base.Message : $"{_done} {base.Message}";

    /// <summary>The HTTP status of the response; null where there was none.</summary>
    public int? Status
    {
        get => _facts.Status;
        init => _facts = _facts with { Status = value };
    }

    /// <summary>The service's error code, for example <c>Internal_EntityWithSameKeyExists</c>; null where it gave none.</summary>
    public string? Code
    {
        get => _facts.Code;
        init => _facts = _facts with { Code = value };
    }

    /// <summary>The service's explanation, without its correlation id; null where it gave none.</summary>
    public string? ServiceMessage
    {
        get => _facts.ServiceMessage;
        init => _facts = _facts with { ServiceMessage = value };
    }

    /// <summary>The id under which the service logged the request; null where it gave none.</summary>
    public string? RequestId
    {
        get => _facts.RequestId;
        init => _facts = _facts with { RequestId = value };
    }

    /// <summary>The id that ties the service's log entries together; null where it gave none. Support asks for it.</summary>
    public string? CorrelationId
    {
        get => _facts.CorrelationId;
        init => _facts = _facts with { CorrelationId = value };
    }

    /// <summary>
    /// The id that the client gave the request, as the header <c>client-request-id</c>: the service's own telemetry can be
    /// searched for it, also where the response was lost. Null where no request was made.
    /// </summary>
    public string? ClientRequestId => _facts.ClientRequestId;

    /// <summary>The HTTP method of the request; null where none was made.</summary>
    public string? Method => _facts.Method;

    /// <summary>The path of the request, without the query, which may hold personal data; null where none was made.</summary>
    public string? Path => _facts.Path;

    /// <summary>How long the service asked to wait before the next attempt; null where it did not ask.</summary>
    public TimeSpan? RetryAfter
    {
        get => _facts.RetryAfter;
        init => _facts = _facts with { RetryAfter = value };
    }

    /// <summary>How often the request was sent; zero where it never was.</summary>
    public int Attempts => _facts.Attempts;

    internal ErrorFacts Facts => _facts;

    /// <summary>The message, every fact on a line of its own, the causes and the stack trace.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(GetType()).Append(": ").Append(Message);
        foreach (var (name, value) in _facts.All())
        {
            text.AppendLine().Append("   ").Append(name).Append(": ").Append(value);
        }

        if (InnerException is { } inner)
        {
            // What others have written, such as a credential, may hold what this package never shows.
            text.AppendLine().Append(" ---> ").Append(SafeText.Masked(inner.ToString()));
        }

        return StackTrace is { } stack ? text.AppendLine().Append(stack).ToString() : text.ToString();
    }

    /// <summary>Adds what had been done before the failure.</summary>
    internal void TellBefore(string done) => _done = done;

    /// <summary>The exception for an error that no subtype fits.</summary>
    internal static FinancialsException Of(string message, ErrorFacts facts, Exception? cause) => new(message, facts, cause);
}
