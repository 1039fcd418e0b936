using WireMock;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>Something that a request has to say.</summary>
/// <param name="Name">What it is, in the words of WireMock's report.</param>
/// <param name="Expected">What it has to be.</param>
/// <param name="Actual">What it is in a request.</param>
/// <param name="Require">Has WireMock.Net compare it.</param>
internal sealed record RequestPart(string Name, string Expected, Func<Arrival, string> Actual, Action<IRequestBuilder> Require)
{
    public bool Matches(IRequestMessage request)
    {
        var part = Request.Create();
        Require(part);
        var result = new RequestMatchResult();
        part.GetMatchingScore(request, result);
        return result.IsPerfectMatch;
    }
}
