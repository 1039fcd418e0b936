using System.Globalization;
using System.Security.Authentication;

namespace Financials.Client.Errors;

/// <summary>The exceptions for what a service answers when it does not do what it was asked.</summary>
internal static class ServiceErrors
{
    /// <summary>For a response outside 2xx.</summary>
    /// <param name="facts">What is known of the request and its response.</param>
    /// <param name="instead">For an operation that not every service has: a sentence that names the call that works everywhere.</param>
    /// <param name="body">What was sent; null where nothing was.</param>
    public static FinancialsException Refused(ErrorFacts facts, string? instead, byte[]? body)
    {
        string Message(string summary) => OneLine(summary, facts);

        return (facts.Code, facts.Status) switch
        {
            ("Internal_EntityWithSameKeyExists", _) => new FinancialsDuplicateException(
                Message("A record with this key exists already, so nothing was created. Choose another key, or read the record and update it."), facts, null),
            ("Request_EntityChanged" or "BadRequest_InvalidToken", _) or (_, 412) => new FinancialsStaleException(Message(Stale(facts)), facts, null),
            ("Internal_RecordNotFound" or "Internal_DataNotFoundFilter" or "Internal_CompanyNotFound", _) => new FinancialsNotFoundException(
                Message("There is no such record. Check the ids of the company and of the record."), facts, null),
            ("BadRequest_ResourceNotFound" or "BadRequest_MethodNotAllowed" or "BadRequest_MethodNotImplemented", _) or (_, 405 or 501) =>
                new FinancialsNotSupportedException(Message(NotSupported(instead)), facts, null),
            (_, 400) when instead is not null && LacksJournal(facts.ServiceMessage) => new FinancialsNotSupportedException(
                Message($"The service takes a payment only in a journal, and this address names none. {instead}"), facts, null),
            (_, 404) when instead is not null => new FinancialsNotSupportedException(Message(NotSupported(instead)), facts, null),
            (_, 409) when facts.Method is "PATCH" or "DELETE" => new FinancialsStaleException(Message(Stale(facts)), facts, null),
            (_, 404) => new FinancialsNotFoundException(
                Message("There is no such record. Check the ids of the company and of the record."), facts, null),
            (_, 401) => new FinancialsUnauthorizedException(
                Message("The service did not accept the token. Check that the credential belongs to the right tenant and that its scope fits the service."), facts, null),
            (_, 403) => new FinancialsUnauthorizedException(
                Message("The token's owner may not do this. Give the application or the user the permission: Financials.ReadWrite.All in Microsoft Graph, or a permission set in Business Central."), facts, null),
            (_, 429) => new FinancialsThrottledException(
                Message($"The service has had too many requests and did not execute this one. {Wait(facts.RetryAfter)} Send fewer at a time."), facts, null),
            (_, 408 or >= 500) when facts.Method == "POST" => new FinancialsUnavailableException(
                Message("The service broke off while it had the request, so it may have executed it. Look for the result before you send it again."), facts, null),
            (_, 408 or >= 500) => new FinancialsUnavailableException(
                Message("The service could not complete the request. Try again later."), facts, null),
            (_, >= 300 and < 400) => FinancialsException.Of(
                Message("The service answered with a redirect, which is not followed because the token belongs to the configured address. Check that address."), facts, null),
            (_, 400 or 413 or 414 or 415 or 422) => new FinancialsValidationException(
                Message($"The service refused the request. Correct or leave out what it names{(SentKeys.In(facts.ServiceMessage, body) is { } key ? $", here {key}," : ",")} and send it again."), facts, null),
            _ => FinancialsException.Of(Message("The service did not execute the request."), facts, null),
        };
    }

    /// <summary>For HTML in place of a record, which proxies like to send as a success.</summary>
    public static FinancialsException WebPage(ErrorFacts facts) => FinancialsException.Of(
        OneLine("The response is a web page and not the service's. Something in between, such as the sign-in page of a proxy, has answered: check the address and the network.", facts),
        facts,
        null);

    /// <summary>For a "not found" of a web server, which knows nothing of records.</summary>
    public static FinancialsException NoService(ErrorFacts facts) => FinancialsException.Of(
        OneLine("There is no such service at this address: a web server has answered with a page, and not the service. Check the address that the client was made with.", facts),
        facts,
        null);

    /// <summary>For a success that does not hold what was asked for.</summary>
    public static FinancialsException NotTheRecord(ErrorFacts facts, string expected) => FinancialsException.Of(
        OneLine($"The service answered with something else than {expected}.", facts), facts, null);

    /// <summary>For a success that cannot be read.</summary>
    /// <param name="facts">What is known of the request.</param>
    /// <param name="property">The property of the application's own record that could not be read, where it is known.</param>
    public static FinancialsException Unreadable(ErrorFacts facts, string? property) => FinancialsException.Of(
        OneLine(
            property is null
                ? "The service's response is not what its contract says, or was cut off."
                : $"The service's response cannot be read into the record: its property {property} is of another type, or the response was cut off there.",
            facts),
        facts,
        null);

    public static FinancialsException TooLong(ErrorFacts facts, long limit) => FinancialsException.Of(
        OneLine(
            string.Create(CultureInfo.InvariantCulture, $"The response is longer than {limit} bytes, so it was not read. The option {nameof(FinancialsClientOptions.MaxResponseBytes)} sets this limit."),
            facts),
        facts,
        null);

    /// <summary>For a request whose connection was never made.</summary>
    public static FinancialsUnavailableException Unreachable(ErrorFacts facts, string server, Exception cause) => new(
        OneLine($"{server} could not be reached ({Words(cause)}). Check the service's address, the network and the proxy.", facts), facts, cause);

    /// <summary>For a request whose response did not arrive whole.</summary>
    public static FinancialsUnavailableException Disconnected(ErrorFacts facts, Exception cause) => new(
        OneLine($"The connection broke off before the response had arrived ({Words(cause)}).", facts), facts, cause);

    /// <param name="facts">What is known of the request.</param>
    /// <param name="timeout">The time that was allowed.</param>
    /// <param name="option">The option that sets it.</param>
    /// <param name="waitedFor">What did not come in time.</param>
    public static FinancialsTimeoutException TimedOut(ErrorFacts facts, TimeSpan timeout, string option, string waitedFor) => new(
        OneLine($"{waitedFor} did not come within {Seconds(timeout)} seconds. The option {option} sets this time.", facts), facts, null);

    /// <summary>For an operation that the service is known to lack, so that nothing was sent.</summary>
    /// <param name="instead">A sentence that names the call that works.</param>
    public static FinancialsNotSupportedException NotOffered(string? instead) => new(NotSupported(instead));

    /// <summary>For a property that the service is known to lack, so that nothing was sent.</summary>
    /// <param name="property">The property with its model.</param>
    /// <param name="service">What the service is called.</param>
    /// <param name="instead">A sentence that names what to use; null where there is nothing.</param>
    public static FinancialsNotSupportedException NoSuchProperty(string property, string service, string? instead) => new(
        $"{property} cannot be set in {service}, so nothing was sent. {instead ?? "Leave it as it was read; null in a new record."}");

    private static string Words(Exception cause) => (cause as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name could not be resolved",
        HttpRequestError.ConnectionError => "no connection could be made",
        HttpRequestError.SecureConnectionError when cause.InnerException is AuthenticationException { Message: var reason } =>
            $"no secure connection could be made: {SafeText.Sentence(reason)}",
        HttpRequestError.SecureConnectionError => "no secure connection could be made",
        HttpRequestError.ProxyTunnelError => "the proxy refused the connection",
        HttpRequestError.ResponseEnded => "the response ended too early",
        _ => cause is IOException or HttpRequestException ? "the connection was lost" : "the response could not be decoded",
    };

    /// <summary>Business Central, which has no journal to put a payment of the flat set into, gives this no code of its own.</summary>
    private static bool LacksJournal(string? message) =>
        message is not null && message.StartsWith("You must specify a journal batch ID or a journal ID", StringComparison.Ordinal);

    private static string Stale(ErrorFacts facts) => facts.MayHaveBeenExecutedBefore
        ? "The record is not as it was when it was read: somebody else has changed it, or an attempt of this request whose response was lost. Compare it with the Current of this exception before you repeat the change."
        : "Somebody else has changed the record since it was read, so nothing was changed. Repeat the change on the Current of this exception, or give its id as well, as in UpdateAsync(id, entity), to overwrite it.";

    private static string NotSupported(string? instead) =>
        $"This service has no such operation. {instead ?? "Check the address and the version of the service."}";

    private static string Wait(TimeSpan? asked) => asked is { } wait
        ? $"Wait for {Seconds(wait)} seconds before you send it again."
        : "Wait before you send it again.";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string OneLine(string summary, ErrorFacts facts)
    {
        var where = new[] { $"{facts.Method} {facts.Path}", facts.Status is { } status ? $"HTTP {status}" : null, facts.Code };
        var explanation = facts.ServiceMessage is { } message ? $" The service says: {message}" : "";
        return $"{summary}{explanation} [{string.Join(", ", where.Where(part => part is not null))}]";
    }
}
