using System.Globalization;
using Financials.Client.Generated.Documented.Models;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects.Documented;

/// <summary>The public exceptions for what the documented surface answers when it does not do what it was asked.</summary>
internal static class DocumentedErrors
{
    public static FinancialsException ToPublic(ApiException error)
    {
        var detail = (error as OdataError)?.Error;
        var status = error.ResponseStatusCode.ToString(CultureInfo.InvariantCulture);
        return new FinancialsException(
            detail?.Message is { Length: > 0 } message ? $"{message} (HTTP {status}, {detail.Code})" : $"The service answered HTTP {status} without an explanation.",
            error)
        {
            Status = error.ResponseStatusCode,
            Code = detail?.Code,
        };
    }

    public static FinancialsException EmptyAnswer() =>
        new("The service accepted the request but did not return what it stored. Read it back before you go on.");
}
