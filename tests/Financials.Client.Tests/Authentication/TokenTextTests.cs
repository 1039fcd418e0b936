using Azure.Core;
using Azure.Identity;
using Financials.Client.Authentication;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Authentication;

/// <summary>What callers and logs are told when there is no token, word for word.</summary>
[CancelAfter(10_000)]
public class TokenTextTests
{
    private const string Asked = "the scope https://service.example/.default";

    private static readonly FinancialsService Central = FinancialsService.BusinessCentral("contoso.com");

    [TestCase("No such tenant.", "No such tenant.")]
    [TestCase(" ", "nothing")]
    public async Task Failure_OfTheCredential_IsToldWhole(string says, string told, CancellationToken guard)
    {
        using var loggers = new RecordingLoggers();
        var cause = new InvalidOperationException(says);
        var cache = CacheOf(new ScriptedCredential(_ => throw cause), loggers);

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => cache.GetAsync(guard).AsTask());

        Assert.That(error.Message, Is.EqualTo(
            $"No token could be had from ScriptedCredential for {Asked}, so nothing was sent. Check the credential's settings. It says: {told}"));
        Assert.That(error.InnerException, Is.SameAs(cause));
        Assert.That(TextsOf(loggers), Is.EqualTo((string[])["ScriptedCredential gave no token (InvalidOperationException)"]));
    }

    /// <summary>The default credential's text is a page long, and what to do stood nowhere in it.</summary>
    [Test]
    public async Task Failure_OfACredentialThatNobodyHasSetUp_SaysHowToSignIn(CancellationToken guard)
    {
        using var loggers = new RecordingLoggers();
        var cause = new CredentialUnavailableException("Failed to retrieve a token.\r\n- EnvironmentCredential authentication unavailable.\n- And so are seven others.");
        var cache = CacheOf(new ScriptedCredential(_ => throw cause), loggers);

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => cache.GetAsync(guard).AsTask());

        Assert.That(error.Message, Is.EqualTo(
            $"No token could be had from ScriptedCredential for {Asked}, so nothing was sent. Nobody is signed in: run 'az login' or sign in to Visual " +
            "Studio, or give the program a managed identity or a service principal. It says: Failed to retrieve a token."));
        Assert.That(error.InnerException, Is.SameAs(cause));
    }

    [Test]
    public async Task Token_ThatIsNone_IsToldWhole(CancellationToken guard)
    {
        using var loggers = new RecordingLoggers();
        var cache = CacheOf(new ScriptedCredential(_ => new(new AccessToken("two words", DateTimeOffset.MaxValue))), loggers);

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => cache.GetAsync(guard).AsTask());

        Assert.That(error.Message, Is.EqualTo(
            $"ScriptedCredential gave no token for {Asked} but a text that is empty or that no header can hold, so nothing was sent. " +
            "Check the credential's settings, and that the token holds no space and no line break."));
        Assert.That(TextsOf(loggers), Is.EqualTo((string[])["ScriptedCredential gave no token (no token)"]));
    }

    [Test]
    public async Task Token_ThatDoesNotCome_IsToldWhole(CancellationToken guard)
    {
        using var loggers = new RecordingLoggers();
        var time = new ManualTime { SkipsDelays = true };
        var cache = CacheOf(new ScriptedCredential(_ => HangAsync(time)), loggers, time);

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => cache.GetAsync(guard).AsTask());

        Assert.That(error.Message, Is.EqualTo(
            $"ScriptedCredential gave no token for {Asked} within 2.5 seconds, so nothing was sent. " +
            "Check that the credential can reach its authority. The option Resilience.AttemptTimeout sets this time."));
        Assert.That(TextsOf(loggers), Is.EqualTo((string[])["ScriptedCredential gave no token (timeout)"]));
    }

    [Test]
    public void Failures_OfATenant_NameIt()
    {
        var credential = new ScriptedCredential();
        const string ForContoso = "for the scope https://api.businesscentral.dynamics.com/.default and the tenant contoso.com";

        Assert.That(TokenFailures.Unusable(credential, Central).Message, Does.Contain($"{ForContoso} but"));
        Assert.That(TokenFailures.TimedOut(credential, Central, TimeSpan.FromMinutes(1)).Message, Does.Contain($"{ForContoso} within 60 seconds"));
    }

    [Test]
    public async Task Token_ThatComes_IsToldWithItsEnd(CancellationToken guard)
    {
        using var loggers = new RecordingLoggers();
        var cache = CacheOf(new ScriptedCredential(_ => new(new AccessToken("token", new(2026, 3, 1, 13, 0, 0, TimeSpan.Zero)))), loggers);

        await cache.GetAsync(guard);

        Assert.That(TextsOf(loggers), Is.EqualTo((string[])["ScriptedCredential gave a token that expires at 2026-03-01 13:00:00Z"]));
    }

    [Test]
    public void StaticToken_ThatIsNone_IsRefusedInTheseWords()
    {
        var error = Assert.Throws<ArgumentException>(() => new StaticTokenCredential("two words"));

        Assert.That(error.Message, Is.EqualTo("The token is blank or holds a space or a line break. Trim it. (Parameter 'token')"));
    }

    [Test]
    public void StaticToken_Asked_NeverEnds()
    {
        var token = new StaticTokenCredential("token").GetToken(default, CancellationToken.None);

        Assert.That((token.Token, token.ExpiresOn), Is.EqualTo(("token", DateTimeOffset.MaxValue)));
    }

    private static TokenCache CacheOf(TokenCredential credential, RecordingLoggers loggers, TimeProvider? time = null) =>
        new(TestClients.Service, credential, time ?? new ManualTime(), loggers, TimeSpan.FromSeconds(2.5));

    private static IEnumerable<string> TextsOf(RecordingLoggers loggers) => loggers.Entries.Select(entry => entry.Text);

    private static async ValueTask<AccessToken> HangAsync(ManualTime time)
    {
        await Task.Delay(TimeSpan.FromDays(1), time);
        return default;
    }
}
