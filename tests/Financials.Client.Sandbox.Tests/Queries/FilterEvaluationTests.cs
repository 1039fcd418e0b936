namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>What each form of filter finds.</summary>
public sealed class FilterEvaluationTests
{
    [TestCase("displayName eq 'Coho Winery'", "C1")]
    [TestCase("displayName eq 'coho winery'", "")]
    [TestCase("displayName ne 'Coho Winery'", "C2 C3")]
    [TestCase("displayName eq 'O''Brien''s Ærø'", "C3")]
    [TestCase("displayName lt 'O'", "C1")]
    [TestCase("email eq ''", "C3")]
    [TestCase("email ne ''", "C1 C2")]
    [TestCase("email eq null", "C3")]
    [TestCase("email ne null", "C1 C2")]
    [TestCase("blocked eq ' '", "C1 C3")]
    [TestCase("blocked eq 'Ship'", "C2")]
    [TestCase("'Ship' eq blocked", "C2")]
    public void Text_IsComparedLetterByLetter(string filter, string found) => Assert.That(Found(filter), Is.EqualTo(found));

    [TestCase("number eq 'c1'", "C1")]
    [TestCase("number gt 'c1'", "C2 C3")]
    [TestCase("startswith(number,'c')", "C1 C2 C3")]
    public void Code_IsComparedWithoutLetterCase(string filter, string found) => Assert.That(Found(filter), Is.EqualTo(found));

    [TestCase("startswith(displayName,'Coho')", "C1")]
    [TestCase("startswith( displayName , 'coho' )", "C2")]
    [TestCase("endswith(displayName,'yard')", "C2")]
    [TestCase("contains(displayName,'''Brien''')", "C3")]
    [TestCase("contains(email,'@')", "C1 C2")]
    [TestCase("contains(address/state,'A')", "C1")]
    [TestCase("tolower(displayName) eq 'coho winery'", "C1")]
    [TestCase("toupper(displayName) ge 'COHO W'", "C1 C3")]
    [TestCase("substring(displayName,5) eq 'Winery'", "C1")]
    [TestCase("substring(displayName,1,3) eq 'oho'", "C1 C2")]
    [TestCase("substring(displayName,99) eq ''", "C1 C2 C3")]
    public void Function_IsEvaluated(string filter, string found) => Assert.That(Found(filter), Is.EqualTo(found));

    [TestCase("balance eq 100.5", "C1")]
    [TestCase("balance ne 100.50", "C2 C3")]
    [TestCase("balance lt 0", "C2")]
    [TestCase("balance le 0", "C2 C3")]
    [TestCase("balance gt 0.0000001", "C1")]
    [TestCase("balance ge -20", "C1 C2 C3")]
    [TestCase("0 lt balance", "C1")]
    [TestCase("0 gt balance", "C2")]
    [TestCase("0 le balance", "C1 C3")]
    [TestCase("0 ge balance", "C2 C3")]
    [TestCase("balance lt 79228162514264337593543950335", "C1 C2 C3")]
    [TestCase("balance gt null", "")]
    public void Number_IsComparedByValue(string filter, string found) => Assert.That(Found(filter), Is.EqualTo(found));

    [TestCase("taxLiable eq true", "C1 C2")]
    [TestCase("taxLiable ne true", "C3")]
    [TestCase("currencyId eq 5323DF69-DF69-5323-69DF-235369DF2353", "C1 C2")]
    [TestCase("currencyId eq 00000000-0000-0000-0000-000000000000", "C3")]
    [TestCase("since eq 2016-02-29", "C1")]
    [TestCase("since gt 2016-02-29", "C2")]
    [TestCase("since eq 0001-01-01", "C3")]
    [TestCase("lastModifiedDateTime eq 2019-08-18T20:05:51.603Z", "C1")]
    [TestCase("lastModifiedDateTime gt 2019-08-18T20:05:51.603Z", "C2")]
    [TestCase("lastModifiedDateTime ge 2019-08-18T23:05:51.603%2B03:00", "C1 C2")]
    [TestCase("lastModifiedDateTime lt 1970-01-01T00:00:00Z", "C3")]
    [TestCase("lastModifiedDateTime gt 2019-08-18T20:05Z", "C1 C2")]
    [TestCase("lastModifiedDateTime gt 2019-08-18", "C1 C2")]
    [TestCase("lastModifiedDateTime eq 0001-01-01T00:00:00Z", "C3")]
    [TestCase("address/city eq 'Atlanta'", "C1")]
    [TestCase("address/city ne 'Atlanta'", "C2 C3")]
    [TestCase("address/state eq null", "C2 C3")]
    public void OtherKinds_AreComparedByValue(string filter, string found) => Assert.That(Found(filter), Is.EqualTo(found));

    [TestCase("number eq 'C1' and balance gt 0", "C1")]
    [TestCase("number eq 'C1' and balance lt 0", "")]
    [TestCase("number eq 'C1' or number eq 'C3'", "C1 C3")]
    [TestCase("(number eq 'C1' or number eq 'C3') and balance eq 0", "C3")]
    [TestCase("balance eq 0 and (number eq 'C1' or number eq 'C3')", "C3")]
    [TestCase("number eq 'C1' or number gt 'C1' and number lt 'C3'", "C1 C2")]
    [TestCase("((number eq 'C1' or number eq 'C2') or endswith(number,'3'))", "C1 C2 C3")]
    [TestCase("(address/city eq 'Atlanta' or address/city eq 'Athens') and (balance lt 0 or balance gt 1000)", "C2")]
    public void Conditions_Joined_BindAsInOData(string filter, string found) => Assert.That(Found(filter), Is.EqualTo(found));

    // The service answers each of these with 200 and everything it has: the condition beside them is lost too.
    [TestCase("number in ('C1','C2')")]
    [TestCase("number in (\"C1\", \"C2\")")]
    [TestCase("number eq 'C1' and displayName in ('x')")]
    [TestCase("payments/any(p:p/lineNumber eq 10000)")]
    [TestCase("payments/all(p: p/lineNumber lt 1) and number eq 'C1'")]
    [TestCase("not (number eq 'C1')")]
    [TestCase("not startswith(number,'C')")]
    [TestCase("contains(tolower(displayName),'coho')")]
    [TestCase("tolower(toupper(displayName)) eq 'x'")]
    [TestCase("substring(tolower(displayName),1) eq 'x'")]
    [TestCase("length(displayName) eq 1")]
    [TestCase("startswith(number,'Z') eq true")]
    [TestCase("contains('Coho',displayName)")]
    [TestCase("balance add 1 gt 1000")]
    [TestCase("number eq displayName")]
    [TestCase("1 eq 2")]
    [TestCase("taxLiable")]
    [TestCase("false and number eq 'C1'")]
    public void FormThatTheServiceDoesNotEvaluate_LeavesOutTheWholeFilter(string filter) => Assert.That(Found(filter), Is.EqualTo("C1 C2 C3"));

    [TestCase("$search=nothing")]
    [TestCase("$apply=groupby((number))")]
    [TestCase("$limit=1")]
    [TestCase("$schemaversion=2.1")]
    [TestCase("filter=number eq 'C1'")]
    public void UnknownOption_IsPassedOver(string option) => Assert.That(Rows.Numbers($"?{option}"), Is.EqualTo("C1 C2 C3"));

    private static string Found(string filter) => Rows.Numbers($"?$filter={filter}");
}
