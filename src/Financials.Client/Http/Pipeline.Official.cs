using Financials.Client.KiotaPackages;

namespace Financials.Client.Http;

internal static partial class Pipeline
{
    static partial void AddLaneHandlers(ref HttpMessageHandler handler) => handler = new FailedAnswerHandler { InnerHandler = handler };
}
