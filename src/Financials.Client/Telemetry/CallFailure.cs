using System.Globalization;
using Financials.Client.Errors;

namespace Financials.Client.Telemetry;

/// <summary>What may be told of a failed request: codes and ids, never the texts that come with them.</summary>
internal readonly record struct CallFailure(string Type, int? Status, string? Code, string? RequestId, string? CorrelationId)
{
    public static CallFailure Of(Exception failure) => failure switch
    {
        FailedAnswerException answer => new(
            answer.Status.ToString(CultureInfo.InvariantCulture),
            answer.Status,
            answer.Payload.Code,
            answer.Payload.RequestId,
            answer.Payload.CorrelationId),
        _ => new(failure.GetType().FullName!, null, null, null, null),
    };
}
