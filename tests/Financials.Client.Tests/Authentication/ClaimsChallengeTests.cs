using System.Net;
using System.Text;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Authentication;

/// <summary>A service may refuse a token and name the claims that a new one has to have (continuous access evaluation).</summary>
public class ClaimsChallengeTests
{
    /// <summary>Chosen so that its Base64 has padding and both characters in which the alphabets differ.</summary>
    private const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"~~~???>>>>"}}}""";

    private static readonly string Base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims));

    private static IEnumerable<TestCaseData> Spellings =>
    [
        new TestCaseData(Base64).SetArgDisplayNames("Base64"),
        new TestCaseData(Base64.TrimEnd('=')).SetArgDisplayNames("Base64 without padding"),
        new TestCaseData(Base64.Replace('+', '-').Replace('/', '_')).SetArgDisplayNames("Base64url with padding"),
        new TestCaseData(Base64.Replace('+', '-').Replace('/', '_').TrimEnd('=')).SetArgDisplayNames("Base64url"),
    ];

    [Test]
    public void Claims_OfTheseTests_TryTheWholeAlphabet() =>
        Assert.That(Base64, Does.Contain("+").And.Contain("/").And.EndWith("="));

    [TestCaseSource(nameof(Spellings))]
    public async Task Request_ClaimsAskedFor_IsSentOnceMoreWithATokenThatHasThem(string claims)
    {
        var (sends, credential) = await CallAsync(
            $"Bearer realm=\"\", authorization_uri=\"https://login.example/authorize\", error=\"insufficient_claims\", claims=\"{claims}\"");

        Assert.That(sends, Is.EqualTo((string[])["Bearer token-1", "Bearer token-2"]));
        Assert.That(credential.Requests.Select(request => request.Claims), Is.EqualTo((string?[])[null, Claims]));
    }

    [TestCase("1")]
    [TestCase("12")]
    [TestCase("123")]
    public async Task Request_ClaimsOfAnyLength_AreReadWithoutTheirPadding(string value)
    {
        var claims = $$"""{"access_token":"{{value}}"}""";
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=');

        var (_, credential) = await CallAsync($"Bearer error=\"insufficient_claims\", claims=\"{base64}\"");

        Assert.That(credential.Requests[1].Claims, Is.EqualTo(claims));
    }

    [Test]
    public async Task Request_ClaimsAskedForByAnotherSchemeOnly_GetsAnOrdinaryToken()
    {
        var (_, credential) = await CallAsync($"PoP error=\"insufficient_claims\", claims=\"{Base64}\"", "Bearer");

        Assert.That(credential.Requests.Select(request => request.Claims), Is.EqualTo((string?[])[null, null]));
    }

    [Test]
    public async Task Request_ClaimsAskedForBesideAnotherScheme_AreFound()
    {
        var (_, credential) = await CallAsync("Basic realm=\"service\"", $"bearer error=\"insufficient_claims\", claims=\"{Base64}\"");

        Assert.That(credential.Requests[1].Claims, Is.EqualTo(Claims));
    }

    [TestCase("Bearer", TestName = "Request_NothingAskedFor_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"invalid_token\"", TestName = "Request_NoClaimsAskedFor_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"insufficient_claims\", claims=\"\"", TestName = "Request_EmptyClaims_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"insufficient_claims\", claims=\"%%%\"", TestName = "Request_ClaimsNotBase64_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"insufficient_claims\", claims=\"eyJhY2Nlc3N\"", TestName = "Request_ClaimsCutOff_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"insufficient_claims\", claims=\"garbage\"", TestName = "Request_ClaimsNotText_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"insufficient_claims\", claims=\"bm90IEpTT04\"", TestName = "Request_ClaimsNotJson_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"insufficient_claims\", claims=\"W10=\"", TestName = "Request_ClaimsNotAnObject_GetsAnOrdinaryToken")]
    [TestCase("Bearer error=\"insufficient_claims\", claims=\"e317fQ==\"", TestName = "Request_MoreThanOneObjectOfClaims_GetsAnOrdinaryToken")]
    public async Task Request_NoReadableClaims_GetsAnOrdinaryToken(string challenge)
    {
        var (sends, credential) = await CallAsync(challenge);

        Assert.That(sends, Has.Count.EqualTo(2));
        Assert.That(credential.Requests.Select(request => request.Claims), Is.All.Null);
    }

    [Test]
    public async Task Request_ClaimsAskedForAgainAndAgain_IsAnsweredOnce()
    {
        using var transport = new ScriptedTransport(_ => Refusal($"Bearer error=\"insufficient_claims\", claims=\"{Base64}\""));
        var credential = new ScriptedCredential();
        using var client = ManualClients.Of(transport, credential: credential);

        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(transport.Requests, Has.Count.EqualTo(2));
        Assert.That(credential.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Request_AnyToken_IsRequestedForAServiceThatMayAskForClaims()
    {
        var (_, credential) = await CallAsync("Bearer");

        Assert.That(credential.Requests.Select(request => request.IsCaeEnabled), Is.All.True);
    }

    /// <summary>Makes one call whose first request is refused.</summary>
    private static async Task<(IReadOnlyList<string> Sends, ScriptedCredential Credential)> CallAsync(params string[] challenges)
    {
        using var transport = new ScriptedTransport(request => request.Headers["Authorization"] == "Bearer token-1"
            ? Refusal(challenges)
            : ScriptedTransport.Record(request));
        var credential = new ScriptedCredential();
        using var client = ManualClients.Of(transport, credential: credential);

        await client.Customers().GetAsync(Guid.NewGuid());

        return ([.. transport.Requests.Select(request => request.Headers["Authorization"])], credential);
    }

    private static HttpResponseMessage Refusal(params string[] challenges)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        foreach (var challenge in challenges)
        {
            response.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        }

        return response;
    }
}
