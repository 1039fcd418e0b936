using ImportPayments.Arguments;
using ImportPayments.Rows;

namespace Financials.Samples.Tests.ImportPayments.Rows;

public sealed class HeaderMappingTests
{
    private static readonly Dictionary<PaymentField, string> NothingNamed = [];

    [TestCase("customerNumber;amount;postingDate;documentNumber", "C;A;D;N")]
    [TestCase("POSTING DATE;Amount;Document No.;Customer No.", "D;A;N;C")]
    [TestCase("payment_date; Customer ;Payment-Amount;document", "D;C;A;N")]
    public void Header_KnownNames_AreFoundInAnyOrderAndCase(string header, string values)
    {
        var mapping = new HeaderMapping(header.Split(';'), NothingNamed);

        PaymentField[] fields = [PaymentField.CustomerNumber, PaymentField.Amount, PaymentField.PostingDate, PaymentField.DocumentNumber, PaymentField.Comment];
        Assert.That(fields.Select(field => mapping.Value(values.Split(';'), field)), Is.EqualTo((string?[])["C", "A", "D", "N", null]));
    }

    [Test]
    public void Header_EveryColumn_IsFoundByItsOwnName()
    {
        var mapping = new HeaderMapping([.. PaymentColumn.All.Select(column => column.Name)], NothingNamed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Enum.GetValues<PaymentField>().Where(field => !mapping.Has(field)), Is.Empty);
            Assert.That(mapping.Ignored, Is.Empty);
        }
    }

    [Test]
    public void Header_NamedColumn_GoesBeforeAKnownName()
    {
        var mapping = new HeaderMapping(
            ["customer", "amount", "Betrag", "date", "bank", "document"], new Dictionary<PaymentField, string> { [PaymentField.Amount] = "betrag" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mapping.Value(["C", "1", "2", "D", "B", "N"], PaymentField.Amount), Is.EqualTo("2"));
            Assert.That(mapping.Ignored, Is.EqualTo(["amount", "bank"]));
        }
    }

    [TestCase("Kunde;amount;Dato", null, "The file has no column for customerNumber, postingDate, documentNumber. It has: 'Kunde', 'amount', 'Dato'. Name it with --map customerNumber=<column>.")]
    [TestCase("customer;Customer No.;amount;date;document", null, "Both 'customer' and 'Customer No.' could be customerNumber. Choose with --map customerNumber=<column>.")]
    [TestCase("customer;amount;date", "Betrag", "The file has no column 'Betrag', which --map names. It has: 'customer', 'amount', 'date'.")]
    [TestCase("customer;x;X;date", "x", "The file has more than one column 'x', which --map names.")]
    public void Header_ThatCannotBeTold_NamesWhatToDo(string header, string? amount, string message)
    {
        var given = amount is null ? NothingNamed : new() { [PaymentField.Amount] = amount };

        Assert.That(() => new HeaderMapping(header.Split(';'), given), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));
    }
}
