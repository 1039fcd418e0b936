using System.Linq.Expressions;

namespace Financials.Client.Tests.Queries;

/// <summary>What the service does not evaluate, or evaluates otherwise than C# would, and what the refusal says.</summary>
internal static class UnsupportedCases
{
    private const string OneMember = "The service evaluates || only between conditions on one property";
    private const string ListOfForms = "Use ==, !=, <, <=, >, >=, &&, ||, !, StartsWith, EndsWith, Contains or string.IsNullOrEmpty.";
    private const string OneSide = "One side of a comparison has to be a property of the entity itself.";
    private const string TwoMembers = "It cannot compare two properties of an entity with each other. Compare a property with a value.";
    private const string OneText = "a text in double quotes and nothing else";

    private const string InLists = "It does not look into lists. Compare with each value, as in c.Number == first || c.Number == second, or run one query for each.";

    private static readonly string[] Wanted = ["1", "2"];
    private static readonly DateOnly?[] Days = [new(2026, 3, 1), null];
    private static readonly bool IsWanted = Wanted.Length > 1;

    public static IEnumerable<TestCaseData> Alternatives =>
    [
        Customers(c => c.Number == "1" || c.DisplayName == "Coho", "c.Number == \"1\"", OneMember, "Number and DisplayName", "Run one query for each."),
        Customers(c => c.Number!.StartsWith(c.DisplayName!) || c.Email == "", OneMember, "this names Number and DisplayName and Email."),
        Customers(c => c.Balance > 1 && (c.Number == "1" || c.Email!.StartsWith("ap@")), "c.Email.StartsWith(\"ap@\")", OneMember, "Number and Email"),
        Customers(c => !(c.Number == "1" && c.DisplayName == "Coho"), "the negation of && only between conditions on one property", "Number and DisplayName"),
        Customers(c => c.Number == "1" || !string.IsNullOrEmpty(c.Email), OneMember, "Number and Email"),
        Customers(c => !c.Number!.StartsWith("10"), "c.Number.StartsWith(\"10\")", "It has no opposite of StartsWith."),
        Customers(c => !(c.Number == "1" || c.Number!.Contains("20")), "c.Number.Contains(\"20\")", "It has no opposite of Contains."),
        Customers(c => c.Number == "1" & c.Balance > 1, "(c.Number == \"1\") And (c.Balance > 1)", ListOfForms),
    ];

    public static IEnumerable<TestCaseData> Members =>
    [
        Customers(c => c.Number == c.DisplayName, "c.Number == c.DisplayName", TwoMembers),
        Customers(c => c.DisplayName!.StartsWith(c.Number!), "c.DisplayName.StartsWith(c.Number)", TwoMembers),
        Customers(c => c.Balance > c.OverdueAmount + 1, "c.Balance > (c.OverdueAmount + 1)", TwoMembers),
        Customers(c => c.Address!.City == "Atlanta", "c.Address.City == \"Atlanta\"", OneSide),
        Customers(c => c.Address!.City!.StartsWith("Atl"), "c.Address.City.StartsWith(\"Atl\")", "a property of the entity itself"),
        Customers(c => c.PaymentTerms!.Code == "14D", "c.PaymentTerms.Code == \"14D\"", OneSide),
        Customers(c => c.Currency!.Code == "USD", "c.Currency.Code == \"USD\"", OneSide),
        Customers(c => c.Number!.Length == 5, "c.Number.Length == 5", OneSide),
        Customers(c => c.PaymentTermsId.HasValue == true, "c.PaymentTermsId.HasValue == True", OneSide),
        Customers(c => c.Balance + 1 > 5, "(c.Balance + 1) > 5", OneSide),
        Customers(c => -c.Balance > 5, "-c.Balance > 5", OneSide),
        Customers(c => (int)c.Balance! == 5, "c.Balance == 5", "It compares properties as they are, and this one is converted to Int32."),
        Customers(c => c.ETag == "W/\"1\"", "filter or sort by Customer.ETag"),
        Customers(c => c.Address == null, "filter or sort by Customer.Address"),
        Customers(c => c.PaymentTerm != null, "filter or sort by Customer.PaymentTerm"),
        Customers(c => c.TaxLiable!.Value, "c.TaxLiable.Value", ListOfForms),
        Customers(c => IsWanted, "IsWanted", ListOfForms),
        Customers(c => true, "'True'", ListOfForms),
        Customers(c => Wanted[0] == "1", "Wanted[0]", OneSide),
        Journals(j => j.Payments!.Any(p => p.Amount > 0), "j.Payments.Any(p => (p.Amount > 0))", ListOfForms),
    ];

#pragma warning disable CA1304, CA1309, CA1311, CA1847, CA1862 // Nothing here is executed: these are what an application may try.
    public static IEnumerable<TestCaseData> Calls =>
    [
        Customers(c => string.Compare(c.Number, "5", StringComparison.Ordinal) > 0, "Compare(c.Number, \"5\", Ordinal) > 0", OneSide),
        Customers(c => c.Number!.CompareTo("5") > 0, "c.Number.CompareTo(\"5\") > 0", OneSide),
        Customers(c => c.Number!.Trim() == "a", "c.Number.Trim() == \"a\"", OneSide),
        Customers(c => c.Number!.ToLower().StartsWith("a1"), "c.Number.ToLower().StartsWith(\"a1\")", "a property of the entity itself"),
        Customers(c => c.Number!.Equals("a"), "c.Number.Equals(\"a\")", ListOfForms),
        Customers(c => string.IsNullOrEmpty(c.Address!.City), "IsNullOrEmpty(c.Address.City)", "a property of the entity itself"),
        Customers(c => string.IsNullOrWhiteSpace(c.Number), "IsNullOrWhiteSpace(c.Number)", ListOfForms),
        Customers(c => c.Number!.StartsWith("a", StringComparison.OrdinalIgnoreCase), "c.Number.StartsWith(\"a\", OrdinalIgnoreCase)", OneText),
        Customers(c => c.Number!.Contains("a", StringComparison.Ordinal), "c.Number.Contains(\"a\", Ordinal)", OneText),
        Customers(c => c.Number!.StartsWith('a'), "c.Number.StartsWith(a)", OneText),
        Customers(c => c.Number!.EndsWith('a'), "c.Number.EndsWith(a)", OneText),
        Customers(c => Wanted.ToList().Contains(c.Number!), "Contains(c.Number)", InLists),
        Customers(c => Wanted.Contains(c.Number), "'UnsupportedCases.Wanted.Contains(c.Number)'", InLists),
        Customers(c => Wanted.Contains(c.Number, StringComparer.Ordinal), "'UnsupportedCases.Wanted.Contains(c.Number, StringComparer.Ordinal)'", InLists),
        Payments(p => Days.Contains(p.PostingDate), "'UnsupportedCases.Days.Contains(p.PostingDate)'", "Compare with each value, as in p.PostingDate == first"),
        Customers(c => new[] { c.Number, c.Email }.Contains(null), "new [] {c.Number, c.Email}.Contains(null)", ListOfForms),
        Customers(c => Enumerable.Contains(Wanted, c.Number), InLists),
    ];
#pragma warning restore CA1304, CA1309, CA1311, CA1847, CA1862

    public static IEnumerable<TestCaseData> Values
    {
        get
        {
            DateOnly? noDay = null;
            string? noText = null;
            Price? noPrice = null;
            var half = 0.5;
            var weekday = 5;
            return
            [
                Customers(c => c.Balance == null, "c.Balance == null", "The service stores no null in a property of type Decimal. Compare with a value."),
                Customers(c => c.TaxLiable != null, "c.TaxLiable != null", "no null in a property of type Boolean"),
                Payments(p => p.LineNumber == null, "p.LineNumber == null", "no null in a property of type Int32"),
                Payments(p => p.PostingDate >= noDay, "p.PostingDate >= noDay", "Leave the condition out"),
                Payments(p => noDay < p.PostingDate, "noDay < p.PostingDate", "Leave the condition out"),
                Customers(c => c.Number!.StartsWith(noText!), "c.Number.StartsWith(noText)", "'noText' is null. Leave the condition out"),
                Payments(p => p.LineNumber > 1.5, "p.LineNumber > 1.5", "converted to Double"),
                Customers(c => c.Balance > noPrice, "Leave the condition out"),
                Payments(p => p.LineNumber > (int)half, "The value of 'half' cannot be worked out here. Put it into a variable first."),
                Payments(p => p.LineNumber > (int)(DayOfWeek)weekday, "The value of 'weekday' cannot be worked out here. Put it into a variable first."),
                Customers(c => c.Number == (IsWanted ? "1" : "2"), "IIF(", "Put it into a variable first."),
            ];
        }
    }

    private static TestCaseData Customers(Expression<Func<Customer, bool>> condition, params string[] says) =>
        Case(company => company.Customers.Where(condition), says);

    private static TestCaseData Payments(Expression<Func<CustomerPayment, bool>> condition, params string[] says) =>
        Case(company => company.CustomerPayments.Where(condition), says);

    private static TestCaseData Journals(Expression<Func<PaymentJournal, bool>> condition, params string[] says) =>
        Case(company => company.PaymentJournals.Where(condition), says);

    private static TestCaseData Case(Func<CompanyClient, object> ask, string[] says) =>
        new TestCaseData(ask, says).SetArgDisplayNames(says[0]);
}
