using System.Text.Json;

namespace Financials.Client.Tests.Errors;

/// <summary>Exceptions end up in logs: they hold no token, no e-mail address and no line break in the message.</summary>
public class ErrorPrivacyTests
{
    private const string Canary = "canary-7f3a9c";

    private static readonly string[] Quotations =
    [
        "The email 'jim.glynn@cronuscorp.net' is not valid.",
        "The email \"jim.glynn@cronuscorp.net\" is not valid.",
        "jim.glynn@cronuscorp.net",
        "<jim.glynn@cronuscorp.net>;(jim.glynn@cronuscorp.net), mailto:jim.glynn@cronuscorp.net.",
        "Two: jim.glynn@cronuscorp.net jim.glynn+tag@cronuscorp.net",
        "Not ASCII: jim.glynn@ærø.example",
        "With an apostrophe: jim.o'glynn@cronuscorp.net",
        "Quoted: \"jim glynn\"@cronuscorp.net",
        "Escaped: jim.glynn%40cronuscorp.net",
    ];

    private static readonly FailedCall[] Failures =
    [
        FailedCall.Create("refused", 400, """{"error":{"code":"c","message":"m"}}"""),
        FailedCall.Create("unauthorised", 401, ""),
        FailedCall.Create("html", 502, "<html>"),
        FailedCall.Create("unreadable", 200, "{"),
        FailedCall.Create("without body", 204, ""),
        FailedCall.Create("unreachable", 0, "") with { Breakdown = new HttpRequestException(HttpRequestError.NameResolutionError, "No such host") },
        FailedCall.Create("timed out", 0, "") with { Breakdown = new TaskCanceledException("Too slow", new TimeoutException()) },
    ];

    private static IEnumerable<TestCaseData> Cases() => Failures.Select(failure => new TestCaseData(failure).SetArgDisplayNames(failure.Name));

    [TestCaseSource(nameof(Quotations))]
    public async Task EMailAddress_QuotedByTheService_IsNotInTheException(string message)
    {
        var body = JsonSerializer.Serialize(new { error = new { code = "Application_DialogException", message } });

        var error = await FailedCall.Create("", 400, body).FailAsync();

        foreach (var text in (string?[])[error.Message, error.ServiceMessage, error.ToString()])
        {
            Assert.That(text, Does.Not.Contain("jim").And.Not.Contain("glynn").And.Not.Contain("@").And.Contain("(e-mail address)"));
        }
    }

    [TestCase("a\r\nb\tc\u2028d\u0085e")]
    [TestCase("  ")]
    [TestCase("\n\n")]
    public async Task Message_WhateverTheServiceSays_IsOneLine(string message)
    {
        var body = JsonSerializer.Serialize(new { error = new { code = "c", message } });

        var error = await FailedCall.Create("", 400, body).FailAsync();

        Assert.That(error.Message.ReplaceLineEndings("\n"), Does.Not.Contain("\n"));
        Assert.That(error.Message.Contains("The service says:", StringComparison.Ordinal), Is.EqualTo(!string.IsNullOrWhiteSpace(message)));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Token_OfTheCredential_IsNowhereInTheException(object failure)
    {
        var error = await ((FailedCall)failure with { Token = Canary }).FailAsync();

        for (Exception? one = error; one is not null; one = one.InnerException)
        {
            Assert.That(one.ToString(), Does.Not.Contain(Canary).IgnoreCase);
            Assert.That(one.Message.ReplaceLineEndings("\n"), Does.Not.Contain("\n"));
        }
    }

    [Test]
    public async Task Body_ThatWasSent_IsNowhereInTheException([Values(200, 400, 500)] int status)
    {
        var failed = FailedCall.Create("", status, "not JSON") with
        {
            Call = company => company.Customers.CreateAsync(new Customer { DisplayName = Canary, Email = $"{Canary}@coho.example" }),
        };

        Assert.That((await failed.FailAsync()).ToString(), Does.Not.Contain(Canary));
    }

    [Test]
    public async Task Query_ThatWasAsked_IsNowhereInTheException([Values(200, 400, 500)] int status)
    {
        var failed = FailedCall.Create("", status, "not JSON") with
        {
            Call = company => company.Customers.Where(c => c.Email == Canary).ToListAsync(),
        };

        Assert.That((await failed.FailAsync()).ToString(), Does.Not.Contain(Canary));
    }

    [Test]
    public async Task Text_OfAServiceThatQuotesTheToken_DoesNotHoldIt()
    {
        var failed = FailedCall.Read("", 401, """{"error":{"code":"c","message":"The header 'Bearer canary-51c0' is no good."}}""");

        var error = await failed.FailAsync();

        Assert.That(error.ToString(), Does.Not.Contain("canary-51c0"));
    }
}
