using Financials.Client.Errors;

namespace Financials.Client.Tests.Errors;

/// <summary>What is shown of a text from outside, at its limits.</summary>
public class SafeTextTests
{
    [TestCase(1_999)]
    [TestCase(2_000)]
    [TestCase(2_001)]
    public void Sentence_OfAnyLength_IsShownUpToItsLimit(int length) =>
        Assert.That(SafeText.Sentence(new string('a', length)), Is.EqualTo(new string('a', Math.Min(length, 2_000))));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \t\r\n")]
    public void Sentence_OfNothing_IsNone(string? text) => Assert.That(SafeText.Sentence(text), Is.Null);

    [Test]
    public void Sentence_OfNothingThatCanBeSeen_IsNone() => Assert.That(SafeText.Sentence("\u0001\u200B"), Is.Null);

    [TestCase(null, false)]
    [TestCase("", false)]
    [TestCase("a", true)]
    [TestCase("a b", false)]
    public void Identifier_ByItsForm_IsShownOrNot(string? text, bool isShown) =>
        Assert.That(SafeText.Identifier(text), Is.EqualTo(isShown ? text : null));

    [TestCase(128, true)]
    [TestCase(129, false)]
    public void Identifier_ByItsLength_IsShownOrNot(int length, bool isShown) =>
        Assert.That(SafeText.Identifier(new string('a', length)), Is.EqualTo(isShown ? new string('a', length) : null));

    /// <summary>The token of a test server may be any word.</summary>
    [TestCase("1234567", "is 1234567, not")]
    [TestCase("12345678", "is (token), not")]
    public void Masked_TheTokenThatWasSent_IsMaskedWhereItIsLongEnoughForOne(string token, string shown) =>
        Assert.That(SafeText.Masked($"is {token}, not", token), Is.EqualTo(shown));

    [TestCase("Authorization: bearer abc.def; and more", "Authorization: Bearer (token); and more")]
    [TestCase("of eyJhbGciOi.eyJzdWI.c2ln itself", "of (token) itself")]
    [TestCase("for jim@contoso.com only", "for (e-mail address) only")]
    public void Masked_WhatLooksLikeASecret_SaysWhatWasThere(string text, string shown) => Assert.That(SafeText.Masked(text), Is.EqualTo(shown));
}
