using Financials.Client.Errors;

namespace Financials.Client.Dialects.Documented;

/// <summary>The public exceptions for what the documented surface answers when it does not do what it was asked.</summary>
internal static class DocumentedErrors
{
    public static FinancialsException ToPublic(FailedAnswerException answer)
    {
        var (code, message, _, _) = answer.Payload;
        return new FinancialsException(
            message is null ? $"The service answered HTTP {answer.Status} without an explanation." : $"{message} (HTTP {answer.Status}, {code})",
            answer)
        {
            Status = answer.Status,
            Code = code,
        };
    }

    public static FinancialsException EmptyAnswer() =>
        new("The service accepted the request but did not return what it stored. Read it back before you go on.");
}
