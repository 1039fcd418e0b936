using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>What the service does not take, and what it says.</summary>
public sealed class RefusedQueryTests
{
    [TestCase("number eq 'C1' or displayName eq 'x'")]
    [TestCase("(number eq 'C1' and balance gt 0) or number eq 'C2'")]
    [TestCase("startswith(number,'C') or endswith(email,'x')")]
    [TestCase("number eq 'C1' or number eq 'C2' or tolower(displayName) eq 'x'")]
    public void Or_OnDistinctFields_IsRefused(string filter) => Assert.That(
        Refusal($"?$filter={filter}"), Is.EqualTo("400 BadRequest: The 'OR' operator is not supported on distinct fields on an OData filter."));

    [TestCase("?$filter=nummer eq 'C1'", "nummer")]
    [TestCase("?$filter=Number eq 'C1'", "Number")]
    [TestCase("?$filter=startswith(name,'C')", "name")]
    [TestCase("?$filter=address/town eq 'x'", "address/town")]
    [TestCase("?$filter=nummer in ('C1')", "nummer")]
    [TestCase("?$orderby=number,nummer desc", "nummer")]
    [TestCase("?$select=number,nummer", "nummer")]
    [TestCase("?$expand=nummer", "nummer")]
    public void UnknownName_IsRefused(string query, string name) => Assert.That(
        Refusal(query), Is.EqualTo($"400 BadRequest: Could not find a property named '{name}' on type 'Microsoft.NAV.customer'."));

    [TestCase("balance eq '1'", "Edm.Decimal", "Edm.String", "Equal")]
    [TestCase("number ne 1", "Edm.String", "Edm.Decimal", "NotEqual")]
    [TestCase("currencyId eq '5323df69-df69-5323-69df-235369df2353'", "Edm.Guid", "Edm.String", "Equal")]
    [TestCase("since lt '2016-02-29'", "Edm.Date", "Edm.String", "LessThan")]
    [TestCase("since gt 2016-02-29T00:00:00Z", "Edm.Date", "Edm.DateTimeOffset", "GreaterThan")]
    [TestCase("5 le taxLiable", "Edm.Boolean", "Edm.Decimal", "GreaterThanOrEqual")]
    [TestCase("lastModifiedDateTime le true", "Edm.DateTimeOffset", "Edm.Boolean", "LessThanOrEqual")]
    public void ValueOfAnotherType_IsRefused(string filter, string member, string value, string kind) => Assert.That(
        Refusal($"?$filter={filter}"),
        Is.EqualTo(
            "400 BadRequest: A binary operator with incompatible types was detected. " +
            $"Found operand types '{member}' and '{value}' for operator kind '{kind}'."));

    [TestCase("", "Expression expected at position 0 in ''.")]
    [TestCase("number eq", "Expression expected at position 9 in 'number eq'.")]
    [TestCase("number eq )", "Expression expected at position 10 in 'number eq )'.")]
    [TestCase("number eq 'C1", "There is an unterminated string literal at position 13 in 'number eq 'C1'.")]
    [TestCase("number eq 'O'Brien'", "Syntax error at position 13 in 'number eq 'O'Brien''.")]
    [TestCase("number eq \"C1\"", "Syntax error: character '\"' is not valid at position 10 in 'number eq \"C1\"'.")]
    [TestCase("number = 'C1'", "Syntax error: character '=' is not valid at position 7 in 'number = 'C1''.")]
    [TestCase("number eq 1C", "Syntax error at position 10 in 'number eq 1C'.")]
    [TestCase("number EQ 'C1'", "Syntax error at position 7 in 'number EQ 'C1''.")]
    [TestCase("number eq 'C1' 'C2'", "Syntax error at position 15 in 'number eq 'C1' 'C2''.")]
    [TestCase("number eq 'C1')", "Syntax error at position 14 in 'number eq 'C1')'.")]
    [TestCase("(number eq 'C1'", "')' or operator expected at position 15 in '(number eq 'C1''.")]
    [TestCase("contains(number 'C1')", "')' or ',' expected at position 16 in 'contains(number 'C1')'.")]
    public void UnreadableFilter_IsRefused(string filter, string text) =>
        Assert.That(Refusal($"?$filter={filter}"), Is.EqualTo($"400 BadRequest_NotFound: {text}"));

    [TestCase("number", "The $filter expression must evaluate to a single boolean value.")]
    [TestCase("tolower(number) and number eq 'C1'", "The $filter expression must evaluate to a single boolean value.")]
    [TestCase("contains(balance,'1')", "No function signature for the function with name 'contains' matches the specified arguments.")]
    [TestCase("startswith(number)", "No function signature for the function with name 'startswith' matches the specified arguments.")]
    [TestCase("tolower(balance) eq '1'", "No function signature for the function with name 'tolower' matches the specified arguments.")]
    [TestCase("substring(number,'1') eq '1'", "No function signature for the function with name 'substring' matches the specified arguments.")]
    [TestCase("substring(number,1,'1') eq '1'", "No function signature for the function with name 'substring' matches the specified arguments.")]
    [TestCase(
        "soundex(number) eq '1'",
        "An unknown function with name 'soundex' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.")]
    public void FilterThatMakesNoSense_IsRefused(string filter, string text) =>
        Assert.That(Refusal($"?$filter={filter}"), Is.EqualTo($"400 BadRequest: {text}"));

    [TestCase(101, true)]
    [TestCase(100, false)]
    public void Parentheses_TooDeepForTheStack_AreRefused(int depth, bool refused)
    {
        var filter = $"?$filter={new string('(', depth)}number eq 'C1'{new string(')', depth)}";

        Assert.That(() => Rows.Query(filter), refused ? Throws.TypeOf<ServiceException>() : Throws.Nothing);
    }

    [TestCase("?$top=-1", "Invalid value '-1' for $top query option found. The $top query option requires a non-negative integer value.")]
    [TestCase("?$skip=x", "Invalid value 'x' for $skip query option found. The $skip query option requires a non-negative integer value.")]
    [TestCase("?$count=yes", "Invalid value 'yes' for $count query option found. Valid values are 'true' or 'false'.")]
    [TestCase("?$top=1&$top=2", "Query option '$top' was specified more than once, but it must be specified at most once.")]
    [TestCase(
        "?$expand=number",
        "Property 'number' on type 'Microsoft.NAV.customer' is not a navigation property or complex property. Only navigation properties can be expanded.")]
    public void OptionThatMakesNoSense_IsRefused(string query, string text) => Assert.That(Refusal(query), Is.EqualTo($"400 BadRequest: {text}"));

    [TestCase("?$orderby=number up", "Syntax error at position 9 in 'number up'.")]
    [TestCase("?$expand=currency($select=code", "Syntax error at position 21 in 'currency($select=code'.")]
    public void UnreadableOption_IsRefused(string query, string text) =>
        Assert.That(Refusal(query), Is.EqualTo($"400 BadRequest_NotFound: {text}"));

    [TestCase("x")]
    [TestCase("e30")]
    [TestCase("W10")]
    [TestCase("W1siQzEiXSxudWxsXQ")]
    [TestCase("W1sxLDJdLG51bGxd")]
    public void SkipToken_ThatTheServiceDidNotMake_IsRefused(string token) =>
        Assert.That(Refusal($"?$skiptoken={token}"), Is.EqualTo("400 BadRequest: The value of the query option '$skiptoken' is not valid."));

    [Test]
    public void PageSize_AboveTheServicesLimit_IsRefused() =>
        Assert.That(Refusal("", "odata.maxpagesize=20001"), Is.EqualTo("413 Unknown: The page size must not exceed 20000 entities."));

    private static string Refusal(string query, string? prefer = null)
    {
        var refused = Assert.Throws<ServiceException>(() => Rows.Query(query, prefer))!;
        return $"{refused.Status} {refused.Code}: {refused.Message}";
    }
}
