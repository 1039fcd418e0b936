using Financials.Client.Authentication;
using Financials.Client.Errors;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>What a response that is no success says of itself, cleaned of what must not be shown.</summary>
internal readonly ref struct ResponseFacts(ServiceResponse response, CachedToken token, TimeProvider time)
{
    public ErrorFacts AddTo(ErrorFacts facts)
    {
        var payload = ErrorPayload.Read(response.Body);
        return facts with
        {
            Status = (int)response.Status,
            Code = SafeText.Identifier(payload.Code, token.Text),
            ServiceMessage = SafeText.Sentence(payload.Message, token.Text),
            RequestId = SafeText.Identifier(payload.RequestId ?? response.Header("request-id"), token.Text),
            CorrelationId = SafeText.Identifier(payload.CorrelationId ?? response.Header("ms-correlation-x"), token.Text),
            RetryAfter = RetryAfterHeader.Read(response.Headers, time.GetUtcNow()),
        };
    }
}
