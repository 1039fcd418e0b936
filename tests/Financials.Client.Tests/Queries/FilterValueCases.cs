using System.Globalization;
using System.Linq.Expressions;

namespace Financials.Client.Tests.Queries;

/// <summary>Where the value of a condition can come from.</summary>
internal sealed class FilterValueCases
{
    private const string Constant = "1";

    private readonly string _number = "from a field";

    private static FilterValueCases Source { get; } = new();

    private static string[] Numbers { get; } = ["first", "second"];

    private string Number { get; } = "from a property";

    private FilterValueCases Nested => this;

    private Customer Coho { get; } = new() { Number = "from a model", Balance = 5m };

    public static IEnumerable<TestCaseData> All =>
    [
        .. Source.Captured(),
        Case(c => c.Number == Constant + "0", "number eq '10'"),
        Case(c => c.Number == Source._number, "number eq 'from a field'"),
        Case(c => c.Number == Source.Number, "number eq 'from a property'"),
        Case(c => c.Number == Source.Nested.Nested.Number, "number eq 'from a property'"),
        Case(c => c.Number == Source.Coho.Number, "number eq 'from a model'"),
        Case(c => c.Number == Source.Echo(Source.Echo("from a method")), "number eq 'from a method'"),
        Case(c => c.Number == string.Concat("from ", "a static method"), "number eq 'from a static method'"),
        Case(c => c.Number == Source.Number.Trim().Replace("a ", "one "), "number eq 'from one property'"),
        Case(c => c.Number == new string('x', 3), "number eq 'xxx'"),
        Case(c => c.Balance > Source.Coho.Balance, "balance gt 5"),
        Case(c => c.Balance > Source.Coho.Balance!.Value, "balance gt 5"),
        Case(c => c.Balance!.Value > 5m, "balance gt 5"),
        Case(c => c.TaxLiable!.Value == true, "taxLiable eq true"),
        Case(c => checked(c.Balance > (long)Source.Number.Length), "balance gt 15"),
        Case(c => c.LastModified!.Value > new DateTimeOffset(2019, 8, 18, 0, 0, 0, TimeSpan.Zero), "lastModifiedDateTime gt 2019-08-18T00:00:00Z"),
        Case(c => c.LastModified > new DateTime(2019, 8, 18, 0, 0, 0, DateTimeKind.Utc), "lastModifiedDateTime gt 2019-08-18T00:00:00Z"),
    ];

    private IEnumerable<TestCaseData> Captured()
    {
        var number = "from a local";
        Guid? id = new Guid("5323df69-df69-5323-69df-235369df2353");
        Guid? noId = null;
        string? noText = null;
        var limit = 3;
        byte small = 4;
        long large = 5_000_000_000;
        var amount = 3.7m;
        var day = DayOfWeek.Friday;
        var tagged = new Tagged("from a conversion");
        foreach (var item in Numbers)
        {
            yield return Case(c => c.Number == item, $"number eq '{item}'");
        }

        yield return Case(c => c.Number == number, "number eq 'from a local'");
        yield return Case(c => c.Number == noText, "number eq ''");
        yield return Case(c => c.CurrencyId == id, "currencyId eq 5323df69-df69-5323-69df-235369df2353");
        yield return Case(c => c.CurrencyId == id.Value, "currencyId eq 5323df69-df69-5323-69df-235369df2353");
        yield return Case(c => c.CurrencyId == noId, "currencyId eq 00000000-0000-0000-0000-000000000000");
        yield return Case(c => c.Number == _number, "number eq 'from a field'");
        yield return Case(c => c.Number == Number, "number eq 'from a property'");
        yield return Case(c => c.Number == Nested.Echo(number), "number eq 'from a local'");
        yield return Case(c => c.Number == tagged, "number eq 'from a conversion'");
        yield return Case(c => c.Balance > limit, "balance gt 3");
        yield return Case(c => c.Balance > small, "balance gt 4");
        yield return Case(c => c.Balance > large, "balance gt 5000000000");
        yield return Case(c => c.Balance > (int)amount, "balance gt 3");
        yield return Case(c => c.Balance > (int)day, "balance gt 5");

        Tagged? untagged = null;
        Price? price = new Price(7m);
        yield return Case(c => c.Number == untagged, "number eq 'nothing'");
        yield return Case(c => c.Balance > price, "balance gt 7");
        foreach (var whole in Whole())
        {
            yield return whole;
        }
    }

    /// <summary>Every type of number, as the compiler converts it and as one who builds a condition by hand may.</summary>
    private static IEnumerable<TestCaseData> Whole()
    {
        foreach (var value in (object[])[(sbyte)-4, (byte)4, (short)-5, (ushort)5, 6, 7u, 8L, 9ul, 'a', DayOfWeek.Friday])
        {
            var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
            var filter = string.Create(CultureInfo.InvariantCulture, $"lineNumber gt {number}");
            var payment = Expression.Parameter(typeof(CustomerPayment), "p");
            var condition = Expression.Lambda<Func<CustomerPayment, bool>>(
                Expression.GreaterThan(
                    Expression.Property(payment, nameof(CustomerPayment.LineNumber)),
                    Expression.Convert(Expression.Constant(value), typeof(int?))),
                payment);
            yield return new TestCaseData(
                new Func<Task<string?>>(() => SentQuery.FilterAsync(company => company.PaymentJournals[Guid.Empty].Payments.Where(condition))), filter)
                .SetArgDisplayNames($"{filter} of {value.GetType().Name}");
        }
    }

    private string Echo(string text) => Number.Length > 0 ? text : "";

    private static TestCaseData Case(Expression<Func<Customer, bool>> condition, string filter) =>
        new TestCaseData(new Func<Task<string?>>(() => SentQuery.FilterAsync(company => company.Customers.Where(condition))), filter)
            .SetArgDisplayNames(filter);

    /// <summary>A type of an application's own that stands for a text.</summary>
    private sealed record Tagged(string Text)
    {
        public static implicit operator string(Tagged? tagged) => tagged?.Text ?? "nothing";
    }
}
