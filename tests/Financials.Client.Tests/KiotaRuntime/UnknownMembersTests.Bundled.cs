namespace Financials.Client.Tests.KiotaRuntime;

// Kiota (packages 2.0.2) guesses the types of unknown members and writes them back as what it took them for.
public sealed partial class UnknownMembersTests
{
    [TestCase("\"2017-03-01\"", TestName = "UnknownMember_ThatLooksLikeADate_StaysText")]
    [TestCase("\"2017-03-01T12:00:00\"", TestName = "UnknownMember_ThatLooksLikeALocalTime_StaysText")]
    [TestCase("\"2017-03-01T12:00:00.10+14:00\"", TestName = "UnknownMember_ThatLooksLikeAnInstant_StaysText")]
    [TestCase("\"ABCDEF01-2345-6789-ABCD-EF0123456789\"", TestName = "UnknownMember_ThatLooksLikeAnId_KeepsItsCase")]
    [TestCase("-0", TestName = "UnknownNumber_ThatIsNegativeZero_StaysNegative")]
    [TestCase("1.5E+2", TestName = "UnknownNumber_WithAnExponent_KeepsIt")]
    [TestCase("0.12345678901234567890123456789012345", TestName = "UnknownNumber_OfMoreDigitsThanADecimal_KeepsThem")]
    [TestCase("1e400", TestName = "UnknownNumber_BeyondEveryType_IsKept")]
    [TestCase("[-0,1.50,1.0e2]", TestName = "UnknownList_OfNumbers_KeepsThem")]
    [TestCase("""{"":1}""", TestName = "UnknownObject_WithAnUnnamedMember_KeepsIt")]
    public void UnknownMember_OfAnAnswer_IsSentBackLetterForLetter(string json) => IsSentBack(new() { ["dimension"] = json });
}
