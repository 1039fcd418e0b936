using System.Reflection;
using Financials.Client.Ledger.Sql.Outbox;

namespace Financials.Client.Ledger.Sql.Tests.Outbox;

public class StoredPaymentTests
{
    /// <summary>A property that the outbox does not keep would be lost on the way to the service.</summary>
    [Test]
    public void Payment_WithEveryPropertyThatCanBeSet_ComesBackAsItWas()
    {
        var payment = new CustomerPayment();
        var settable = typeof(CustomerPayment).GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } && property.Name is not (nameof(CustomerPayment.Id) or nameof(CustomerPayment.ETag) or nameof(CustomerPayment.LineNumber))).ToList();
        foreach (var property in settable)
        {
            property.SetValue(payment, Value(property));
        }

        Assert.That(StoredPayment.Read(StoredPayment.Write(payment)), Is.EqualTo(payment));
        Assert.That(settable, Has.Count.EqualTo(12));
    }

    [Test]
    public void Payment_OfANewerVersion_IsNotReadInPart() =>
        Assert.That(StoredPayment.Read("""{"amount":-1,"newProperty":"x"}"""), Is.Null);

    private static object Value(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) switch
    {
        null => property.Name,
        { } type when type == typeof(Guid) => Guid.NewGuid(),
        { } type when type == typeof(DateOnly) => new DateOnly(2026, 2, 28),
        { } type when type == typeof(decimal) => -12_345_678_901_234.56m,
        var other => throw new AssertionException($"A value of {other} is needed."),
    };
}
