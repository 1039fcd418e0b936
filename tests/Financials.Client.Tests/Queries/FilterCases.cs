using System.Linq.Expressions;

namespace Financials.Client.Tests.Queries;

/// <summary>Conditions, and the filters that say the same to the service.</summary>
internal static class FilterCases
{
    private static readonly Guid Dollar = new("5323df69-df69-5323-69df-235369df2353");
    private static readonly DateOnly FirstDay = new(2016, 2, 29);
    private static readonly DateTimeOffset Instant = new(2019, 8, 18, 22, 5, 51, 603, TimeSpan.FromHours(2));
    private static readonly CustomerBlocked Shipping = CustomerBlocked.Ship;

    public static IEnumerable<TestCaseData> Texts =>
    [
        Customers(c => c.Number == "10000", "number eq '10000'"),
        Customers(c => c.Number != "10000", "number ne '10000'"),
        Customers(c => c.DisplayName == "O'Brien's", "displayName eq 'O''Brien''s'"),
        Customers(c => c.DisplayName == "'", "displayName eq ''''"),
        Customers(c => c.DisplayName == "A&B #1 50% a+b=c?/\\", "displayName eq 'A&B #1 50% a+b=c?/\\'"),
        Customers(c => c.DisplayName == "%27 or 1 eq 1", "displayName eq '%27 or 1 eq 1'"),
        Customers(c => c.DisplayName == "Rødgrød 漢字 ۱۲۳ 😀", "displayName eq 'Rødgrød 漢字 ۱۲۳ 😀'"),
        Customers(c => c.DisplayName!.StartsWith("Co'"), "startswith(displayName,'Co''')"),
        Customers(c => c.DisplayName!.EndsWith("Winery"), "endswith(displayName,'Winery')"),
        Customers(c => c.Email!.Contains("@b"), "contains(email,'@b')"),
    ];

    public static IEnumerable<TestCaseData> Negations =>
    [
        Customers(c => !(c.Number == "1"), "number ne '1'"),
        Customers(c => !(c.Number != "1"), "number eq '1'"),
        Customers(c => !(c.Balance < 1), "balance ge 1"),
        Customers(c => !(c.Balance <= 1), "balance gt 1"),
        Customers(c => !(c.Balance > 1), "balance le 1"),
        Customers(c => !(c.Balance >= 1), "balance lt 1"),
        Customers(c => !(1 < c.Balance), "balance le 1"),
        Customers(c => !!(c.Number == "1"), "number eq '1'"),
        Customers(c => !(c.Number == "1" || c.Balance > 1), "number ne '1' and balance le 1"),
        Customers(c => c.Balance > 1 && !(c.Number == "1" && c.Number == "2"), "balance gt 1 and (number ne '1' or number ne '2')"),
        Customers(c => !(c.Balance > 1 && !(c.Balance > 5)), "(balance le 1 or balance gt 5)"),
        Customers(c => !(c.Balance > 1 || !(c.Number == "1" || c.Number == "2")), "balance le 1 and (number eq '1' or number eq '2')"),
        Customers(c => string.IsNullOrEmpty(c.Email), "email eq ''"),
        Customers(c => !string.IsNullOrEmpty(c.Email), "email ne ''"),
        Customers(c => string.IsNullOrEmpty(c.Email) || c.Email == "x", "(email eq '' or email eq 'x')"),
    ];

    public static IEnumerable<TestCaseData> Numbers =>
    [
        Customers(c => c.Balance == 1234567.89m, "balance eq 1234567.89"),
        Customers(c => c.Balance != 0.10m, "balance ne 0.10"),
        Customers(c => c.Balance < -1500.5m, "balance lt -1500.5"),
        Customers(c => c.Balance <= 1, "balance le 1"),
        Customers(c => c.Balance > 79228162514264337593543950335m, "balance gt 79228162514264337593543950335"),
        Customers(c => c.Balance >= 0.0000001m, "balance ge 0.0000001"),
        Payments(p => p.LineNumber == 10000, "lineNumber eq 10000"),
        Payments(p => p.LineNumber != -10000, "lineNumber ne -10000"),
        Payments(p => p.LineNumber < 1, "lineNumber lt 1"),
        Payments(p => p.LineNumber <= 2, "lineNumber le 2"),
        Payments(p => p.LineNumber > 3, "lineNumber gt 3"),
        Payments(p => p.LineNumber >= 4, "lineNumber ge 4"),
        Payments(p => p.LineNumber > 10000.5m, "lineNumber gt 10000.5"),
        Payments(p => p.LineNumber < 3000000000, "lineNumber lt 3000000000"),
    ];

    public static IEnumerable<TestCaseData> OtherTypes =>
    [
        Customers(c => c.TaxLiable == true, "taxLiable eq true"),
        Customers(c => c.TaxLiable != false, "taxLiable ne false"),
        Customers(c => c.CurrencyId == Dollar, "currencyId eq 5323df69-df69-5323-69df-235369df2353"),
        Customers(c => c.Id != new Guid("5323DF69-DF69-5323-69DF-235369DF2353"), "id ne 5323df69-df69-5323-69df-235369df2353"),
        Payments(p => p.PostingDate == new DateOnly(2015, 12, 31), "postingDate eq 2015-12-31"),
        Payments(p => p.PostingDate != FirstDay, "postingDate ne 2016-02-29"),
        Payments(p => p.PostingDate < FirstDay, "postingDate lt 2016-02-29"),
        Payments(p => p.PostingDate <= FirstDay, "postingDate le 2016-02-29"),
        Payments(p => p.PostingDate > FirstDay, "postingDate gt 2016-02-29"),
        Payments(p => p.PostingDate >= FirstDay.AddDays(1), "postingDate ge 2016-03-01"),
        Customers(c => c.LastModified == Instant, "lastModifiedDateTime eq 2019-08-18T20:05:51.603Z"),
        Customers(c => c.LastModified != Instant, "lastModifiedDateTime ne 2019-08-18T20:05:51.603Z"),
        Customers(c => c.LastModified < Instant, "lastModifiedDateTime lt 2019-08-18T20:05:51.603Z"),
        Customers(c => c.LastModified <= Instant, "lastModifiedDateTime le 2019-08-18T20:05:51.603Z"),
        Customers(c => c.LastModified > Instant.AddTicks(1), "lastModifiedDateTime gt 2019-08-18T20:05:51.6030001Z"),
        Customers(c => c.LastModified >= DateTimeOffset.UnixEpoch, "lastModifiedDateTime ge 1970-01-01T00:00:00Z"),
        Customers(c => c.Type == CustomerType.Person, "type eq 'Person'"),
        Customers(c => c.Type != new CustomerType("Partner's"), "type ne 'Partner''s'"),
        Customers(c => c.Blocked == Shipping, "blocked eq 'Ship'"),
        Customers(c => c.Blocked != CustomerBlocked.None, "blocked ne ' '"),
        Invoices(i => i.Status == SalesInvoiceStatus.InReview, "status eq 'In Review'"),
    ];

    public static IEnumerable<TestCaseData> ValueFirst =>
    [
        Customers(c => "10000" == c.Number, "number eq '10000'"),
        Customers(c => 0m != c.Balance, "balance ne 0"),
        Customers(c => 0m < c.Balance, "balance gt 0"),
        Customers(c => 0m <= c.Balance, "balance ge 0"),
        Customers(c => 0m > c.Balance, "balance lt 0"),
        Customers(c => 0m >= c.Balance, "balance le 0"),
        Payments(p => FirstDay > p.PostingDate, "postingDate lt 2016-02-29"),
        Customers(c => null == c.CurrencyId, "currencyId eq 00000000-0000-0000-0000-000000000000"),
    ];

    public static IEnumerable<TestCaseData> Combinations =>
    [
        Customers(c => c.Number == "1" && c.Balance > 0, "number eq '1' and balance gt 0"),
        Customers(c => c.Number == "1" && c.Balance > 0 && c.TaxLiable == true, "number eq '1' and balance gt 0 and taxLiable eq true"),
        Customers(c => c.Number == "1" || c.Number == "2", "(number eq '1' or number eq '2')"),
        Customers(c => c.Number == "1" || c.Number == "2" || "3" == c.Number, "((number eq '1' or number eq '2') or number eq '3')"),
        Customers(c => c.Balance > 0 && (c.Number == "1" || c.Number == "2"), "balance gt 0 and (number eq '1' or number eq '2')"),
        Customers(
            c => (c.Number == "1" || c.Number == "2") && (c.Type == CustomerType.Person || c.Type == null),
            "(number eq '1' or number eq '2') and (type eq 'Person' or type eq ' ')"),
        Customers(
            c => c.DisplayName!.StartsWith("Co") || c.DisplayName!.EndsWith("ry") || c.DisplayName == "M",
            "((startswith(displayName,'Co') or endswith(displayName,'ry')) or displayName eq 'M')"),
        Payments(
            p => p.LineNumber == 1 || (p.LineNumber!.Value > 5 && p.LineNumber < 9),
            "(lineNumber eq 1 or lineNumber gt 5 and lineNumber lt 9)"),
    ];

    public static IEnumerable<TestCaseData> Nothing =>
    [
        Customers(c => c.Email == null, "email eq ''"),
        Customers(c => c.Email != null, "email ne ''"),
        Customers(c => c.Email == "", "email eq ''"),
        Customers(c => c.CurrencyId != null, "currencyId ne 00000000-0000-0000-0000-000000000000"),
        Payments(p => p.PostingDate == null, "postingDate eq 0001-01-01"),
        Customers(c => c.LastModified == null, "lastModifiedDateTime eq 0001-01-01T00:00:00Z"),
        Customers(c => c.Type == null, "type eq ' '"),
        Customers(c => c.Blocked == null, "blocked eq ' '"),
        Invoices(i => i.Status != null, "status ne ' '"),
    ];

    private static TestCaseData Customers(Expression<Func<Customer, bool>> condition, string filter) =>
        Case(company => company.Customers.Where(condition), filter);

    private static TestCaseData Payments(Expression<Func<CustomerPayment, bool>> condition, string filter) =>
        Case(company => company.PaymentJournals[Dollar].Payments.Where(condition), filter);

    private static TestCaseData Invoices(Expression<Func<SalesInvoice, bool>> condition, string filter) =>
        Case(company => company.SalesInvoices.Where(condition), filter);

    private static TestCaseData Case<TModel>(Func<CompanyClient, EntityQuery<TModel>> question, string filter)
        where TModel : class =>
        new TestCaseData(new Func<Task<string?>>(() => SentQuery.FilterAsync(question)), filter).SetArgDisplayNames(filter);
}
