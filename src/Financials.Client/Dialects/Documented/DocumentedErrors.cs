using Financials.Client.Errors;

namespace Financials.Client.Dialects.Documented;

/// <summary>The public exceptions for what the documented surface answers when it does not do what it was asked.</summary>
internal static class DocumentedErrors
{
    public static FinancialsException ToPublic(FailedAnswerException answer)
    {
        var (code, message, _, _) = answer.Payload;
        var status = code is null ? $"HTTP {answer.Status}" : $"HTTP {answer.Status}, {code}";
        return new FinancialsException(
            message is null ? $"The service gave no explanation ({status})." : $"{message} ({status})",
            answer)
        {
            Status = answer.Status,
            Code = code,
        };
    }

    public static FinancialsException EmptyAnswer() =>
        new("The service accepted the request but did not return what it stored. Read it back before you go on.");
}
