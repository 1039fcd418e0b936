using System.Reflection;

namespace Financials.Client.Tests.Operations;

/// <summary>A different value for each member of a model, so that no two members can be mistaken for one another.</summary>
internal static class SampleValues
{
    /// <summary>Sets each of these members of an entity to its own value.</summary>
    public static void Fill(object entity, IEnumerable<PropertyInfo> members)
    {
        foreach (var (index, member) in members.Index())
        {
            member.SetValue(entity, Of(member.PropertyType, member.Name, index + 1));
        }
    }

    /// <param name="type">The member's type.</param>
    /// <param name="name">Its name, for texts.</param>
    /// <param name="index">Its number, for all else.</param>
    public static object Of(Type type, string name, int index) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => $"{name} æ\"{index}",
        // By the first letter, which tells the two of an invoice apart.
        var t when t == typeof(bool) => name[0] < 'K',
        var t when t == typeof(int) => index * 10_000,
        var t when t == typeof(decimal) => index * -100.01m,
        var t when t == typeof(Guid) => IdOf(index),
        var t when t == typeof(DateOnly) => new DateOnly(2015, 12, 1).AddDays(index),
        var t when t == typeof(DateTimeOffset) => new DateTimeOffset(2017, 3, 1, 19, 2, 22, TimeSpan.Zero).AddDays(index),
        var t when typeof(Models.IOpenEnumeration).IsAssignableFrom(t) => Activator.CreateInstance(t, $"{name} {index}")!,
        var t when t == typeof(PostalAddress) => Filled(new PostalAddress(), name, index),
        var t when t == typeof(CodeDescription) => Filled(new CodeDescription(), name, index),
        var t when t == typeof(Customer) => FinancialsModelFactory.Customer(new(), IdOf(index)),
        var t when t == typeof(Currency) => FinancialsModelFactory.Currency(new(), IdOf(index)),
        var t when t == typeof(PaymentTerm) => FinancialsModelFactory.PaymentTerm(new(), IdOf(index)),
        var t when t == typeof(ShipmentMethod) => FinancialsModelFactory.ShipmentMethod(new(), IdOf(index)),
        var t when t == typeof(Account) => FinancialsModelFactory.Account(IdOf(index)),
        var t when t == typeof(CustomerFinancialDetails) => FinancialsModelFactory.CustomerFinancialDetails(IdOf(index)),
        var t when t == typeof(IReadOnlyList<DimensionValue>) => (DimensionValue[])[FinancialsModelFactory.DimensionValue(IdOf(index))],
        var t when t == typeof(IReadOnlyList<CustomerPayment>) => (CustomerPayment[])[FinancialsModelFactory.CustomerPayment(new(), IdOf(index))],
        var t when t == typeof(IReadOnlyList<SalesInvoiceLine>) => (SalesInvoiceLine[])[FinancialsModelFactory.SalesInvoiceLine(new(), IdOf(index))],
        var t => throw new NotSupportedException($"Say here what a {t.Name} may look like."),
    };

    private static Guid IdOf(int index) => new(index, 0x52a4, 0x4d69, 0x99, 0xa4, 0x52, 0xd6, 0x99, 0xa4, 0x52, 0xd6);

    private static object Filled(object value, string name, int index)
    {
        foreach (var part in WireForm.SettableOf(value.GetType()))
        {
            var text = $"{name} {part.Name} {index}";
            part.SetValue(value, part.Name == nameof(PostalAddress.Street) ? $"{text}\n{text}, second line" : text);
        }

        return value;
    }
}
