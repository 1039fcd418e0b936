namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>Which values an index may be asked for.</summary>
public sealed class RequiredEqualitiesTests
{
    [TestCase("number eq 'c1'", "number=c1")]
    [TestCase("'c1' eq number", "number=c1")]
    [TestCase("balance eq 10000", "balance=10000")]
    [TestCase("currencyId eq 5323DF69-DF69-5323-69DF-235369DF2353", "currencyId=5323df69-df69-5323-69df-235369df2353")]
    [TestCase("number eq 'C1' and (balance gt 0 and address/city eq 'Atlanta')", "number=C1 address/city=Atlanta")]
    [TestCase("email eq null", "email=")]
    public void Equality_ThatHasToHold_IsNamed(string filter, string equalities) => Assert.That(Of(filter), Is.EqualTo(equalities));

    [TestCase("number ne 'C1'")]
    [TestCase("number eq 'C1' or number eq 'C2'")]
    [TestCase("tolower(number) eq 'c1'")]
    [TestCase("startswith(number,'C1')")]
    [TestCase("number eq 'C1' and not (balance gt 0)")]
    [TestCase("number in ('C1')")]
    public void OtherConditions_NameNone(string filter) => Assert.That(Of(filter), Is.Empty);

    [Test]
    public void NoFilter_NamesNone() => Assert.That(Rows.Query("").Filter.RequiredEqualities, Is.Empty);

    private static string Of(string filter) => string.Join(
        ' ', Rows.Query($"?$filter={filter}").Filter.RequiredEqualities.Select(equality => $"{equality.Member.Path}={equality.Value}"));
}
