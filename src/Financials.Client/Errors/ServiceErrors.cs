using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Financials.Client.Resilience;

namespace Financials.Client.Errors;

/// <summary>The public exceptions for what a service answers when it does not do what it was asked.</summary>
internal static partial class ServiceErrors
{
    /// <param name="answer">The answer as read off the wire.</param>
    /// <param name="method">The request's HTTP method.</param>
    /// <param name="path">The request's path, without the query.</param>
    /// <param name="clientRequestId">The id that the request was sent with.</param>
    /// <param name="instead">For an operation that not every service has: a sentence that names the call that works everywhere.</param>
    public static FinancialsException From(FailedAnswerException answer, string method, string path, string clientRequestId, string? instead = null)
    {
        var facts = new ErrorFacts
        {
            Status = answer.Status,
            Code = answer.Payload.Code,
            ServiceMessage = Presentable(answer.Payload.Message),
            RequestId = answer.Payload.RequestId,
            CorrelationId = answer.Payload.CorrelationId,
            ClientRequestId = clientRequestId,
            Method = method,
            Path = path,
            RetryAfter = answer.RetryAfter,
            Attempts = answer.History.Attempts,
            MayHaveBeenExecuted = answer.Status < 300 || RepetitionRules.OutcomeOf((HttpStatusCode)answer.Status) is AttemptOutcome.Unknown,
            MayHaveBeenExecutedBefore = answer.History.MayHaveBeenExecuted,
        };
        string Message(string summary) => OneLine(summary, facts);

        return (facts.Code, answer.Status) switch
        {
            ("Internal_EntityWithSameKeyExists", _) => new FinancialsDuplicateException(
                Message("A record with this key exists already, so nothing was created. Choose another key, or read the record and update it."), facts, answer),
            ("Request_EntityChanged" or "BadRequest_InvalidToken", _) or (_, 412) => new FinancialsStaleException(
                Message(Stale(facts)), facts, answer),
            ("Internal_RecordNotFound" or "Internal_DataNotFoundFilter" or "Internal_CompanyNotFound", _) => new FinancialsNotFoundException(
                Message("There is no such record. Check the ids of the company and of the record."), facts, answer),
            ("BadRequest_ResourceNotFound" or "BadRequest_MethodNotAllowed" or "BadRequest_MethodNotImplemented", _) or (_, 405 or 501) =>
                new FinancialsNotSupportedException(Message(NotSupported(instead)), facts, answer),
            (_, 400) when instead is not null && LacksJournal(facts.ServiceMessage) => new FinancialsNotSupportedException(
                Message($"The service takes a payment only in a journal, and this address names none. {instead}"), facts, answer),
            (_, 404) when instead is not null => new FinancialsNotSupportedException(Message(NotSupported(instead)), facts, answer),
            (_, 409) when method is "PATCH" or "DELETE" => new FinancialsStaleException(
                Message(Stale(facts)), facts, answer),
            (_, 404) => new FinancialsNotFoundException(
                Message("There is no such record. Check the ids of the company and of the record."), facts, answer),
            (_, 401) => new FinancialsUnauthorizedException(
                Message("The service did not accept the token. Check that the credential belongs to the right tenant and that its scope fits the service."), facts, answer),
            (_, 403) => new FinancialsUnauthorizedException(
                Message("The token's owner may not do this. Give the application or the user the permission: Financials.ReadWrite.All in Microsoft Graph, or a permission set in Business Central."), facts, answer),
            (_, 429) => new FinancialsThrottledException(
                Message($"The service has had too many requests and did not execute this one. {Wait(facts.RetryAfter)} Send fewer at a time."), facts, answer),
            (_, 408 or >= 500) when method == "POST" => new FinancialsUnavailableException(
                Message("The service broke off while it had the request, so it may have executed it. Look for the result before you send it again."), facts, answer),
            (_, 408 or >= 500) => new FinancialsUnavailableException(
                Message("The service could not complete the request. Try again later."), facts, answer),
            (_, < 300) => FinancialsException.Of(
                Message("The answer is a web page and not the service's. Something in between, such as the sign-in page of a proxy, has answered: check the address and the network."), facts, answer),
            (_, >= 300 and < 400) => FinancialsException.Of(
                Message("The service answered with a redirect, which is not followed because the token belongs to the configured address. Check that address."), facts, answer),
            (_, 400 or 413 or 414 or 415 or 422) => new FinancialsValidationException(
                Message("The service refused the request. Correct or leave out what it names, and send it again."), facts, answer),
            _ => FinancialsException.Of(Message("The service did not execute the request."), facts, answer),
        };
    }

    public static FinancialsUnavailableException Unreachable(HttpRequestMessage request, Exception cause, bool mayHaveBeenExecuted) => new(
        OneLine(
            mayHaveBeenExecuted
                ? $"The connection broke off before the answer had arrived ({Words(cause)})."
                : $"{request.RequestUri?.GetLeftPart(UriPartial.Authority)} could not be reached ({Words(cause)}). Check the service's address, the network and the proxy.",
            Facts(request, mayHaveBeenExecuted)),
        Facts(request, mayHaveBeenExecuted),
        cause);

    public static FinancialsUnavailableException Paused(HttpRequestMessage request, Exception cause, TimeSpan? pause)
    {
        var facts = Facts(request, mayHaveBeenExecuted: false) with { RetryAfter = pause };
        var sent = facts.Attempts == 0 ? "Nothing was sent" : "The request failed and was not sent again";
        return new(OneLine($"{sent}, because nearly all requests have failed lately. Try again after the pause that the options set (Resilience.BreakerPause).", facts), facts, cause);
    }

    public static FinancialsTimeoutException TimedOut(HttpRequestMessage request, Exception cause, TimeSpan timeout, string option)
    {
        var facts = Facts(request, mayHaveBeenExecuted: RequestHistory.Of(request).Attempts > 0);
        return new(OneLine($"The answer did not come within {timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds. The option Resilience.{option} sets this time.", facts), facts, cause);
    }

    public static FinancialsException Unreadable(Exception cause, string method, string path, string clientRequestId)
    {
        var facts = new ErrorFacts { ClientRequestId = clientRequestId, Method = method, Path = path, MayHaveBeenExecuted = true };
        return FinancialsException.Of(OneLine("The service's answer is not what its contract says, or was cut off.", facts), facts, cause);
    }

    public static FinancialsException Missing<TModel>() => new($"The service answered without the {typeof(TModel).Name} that it was asked for.");

    public static FinancialsException Unlike<TModel>() => FinancialsException.Of(
        $"The service answered with something else than the {typeof(TModel).Name} that was sent.", new ErrorFacts { MayHaveBeenExecuted = true }, null);

    private static string Words(Exception cause) => (cause as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name could not be resolved",
        HttpRequestError.ConnectionError => "no connection could be made",
        HttpRequestError.SecureConnectionError => "no secure connection could be made",
        HttpRequestError.ProxyTunnelError => "the proxy refused the connection",
        HttpRequestError.ResponseEnded => "the answer ended too early",
        _ => "the connection was lost",
    };

    private static ErrorFacts Facts(HttpRequestMessage request, bool mayHaveBeenExecuted)
    {
        var history = RequestHistory.Of(request);
        return new()
        {
            ClientRequestId = Http.ClientRequestId.Of(request),
            Method = request.Method.Method,
            Path = request.RequestUri?.AbsolutePath,
            Attempts = history.Attempts,
            MayHaveBeenExecuted = mayHaveBeenExecuted,
            MayHaveBeenExecutedBefore = history.MayHaveBeenExecuted,
        };
    }

    public static FinancialsException ChangedUnseen<TModel>() =>
        new($"The service changed the {typeof(TModel).Name} but did not return it. Read it back before you go on.");

    /// <summary>Business Central, which has no journal to put a payment of the flat set into, gives this no code of its own.</summary>
    private static bool LacksJournal(string? message) =>
        message?.StartsWith("You must specify a journal batch ID or a journal ID", StringComparison.Ordinal) ?? false;

    private static string Stale(ErrorFacts facts) => facts.MayHaveBeenExecutedBefore
        ? "The record is not as it was when it was read: somebody else has changed it, or an attempt of this request whose answer was lost. Compare it with the Current of this exception before you repeat the change."
        : "Somebody else has changed the record since it was read, so nothing was changed. Repeat the change on the Current of this exception, or use overwrite: true.";

    private static string NotSupported(string? instead) =>
        $"This service has no such operation. {instead ?? "Check the address and the version of the service."}";

    private static string Wait(TimeSpan? asked) => asked is { } wait
        ? $"Wait for {wait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds before you send it again."
        : "Wait before you send it again.";

    private static string OneLine(string summary, ErrorFacts facts)
    {
        var where = new[] { $"{facts.Method} {facts.Path}", facts.Status is { } status ? $"HTTP {status}" : null, facts.Code };
        var explanation = facts.ServiceMessage is { } message ? $" The service says: {message}" : "";
        return $"{summary}{explanation} [{string.Join(", ", where.Where(part => part is not null))}]";
    }

    /// <summary>The service's text on one line. It may quote what was sent, and an e-mail address must not end up in a log.</summary>
    private static string? Presentable(string? message) => string.IsNullOrWhiteSpace(message)
        ? null
        : BearerToken().Replace(EmailAddress().Replace(WhiteSpace().Replace(message, " ").Trim(), "(e-mail address)"), "Bearer (token)");

    [GeneratedRegex(@"Bearer \S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BearerToken();

    // Apostrophes are part of a name ("o'brien@…") but not at its beginning, where they are quotation marks.
    [GeneratedRegex(
        @"(?:""[^""]*""|(?<![^\s@'""<>()=])(?:[^\s@'""<>()=%]|%(?!40))+(?:'(?:[^\s@'""<>()=%]|%(?!40))+)*)(?:@|%40)[^\s@'""<>()]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
