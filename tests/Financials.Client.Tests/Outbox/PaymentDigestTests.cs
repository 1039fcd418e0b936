using System.Globalization;
using Financials.Client.Outbox;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>A payment that was changed after it was sent is noticed, whatever was changed, and in every culture.</summary>
public class PaymentDigestTests
{
    private static readonly CustomerPayment Payment = new()
    {
        CustomerId = Ids.Customer, CustomerNumber = "C0001", DocumentNumber = "P-1", Amount = -100.10m, PostingDate = new DateOnly(2026, 3, 1),
    };

    private static IEnumerable<CustomerPayment> Changed =>
    [
        Payment with { JournalDisplayName = "X" }, Payment with { CustomerId = Ids.Payment }, Payment with { CustomerNumber = "C0002" },
        Payment with { ContactId = "X" }, Payment with { PostingDate = new DateOnly(2026, 3, 2) }, Payment with { DocumentNumber = "P-2" },
        Payment with { ExternalDocumentNumber = "X" }, Payment with { Amount = -100.11m }, Payment with { AppliesToInvoiceId = Ids.Invoice },
        Payment with { AppliesToInvoiceId = Ids.Payment }, Payment with { AppliesToInvoiceNumber = "X" }, Payment with { Description = "X" },
        Payment with { Comment = "X" }, Payment with { CustomerId = null }, Payment with { Description = "" }, Payment with { Comment = "" },
        Payment with { CustomerNumber = "C000", DocumentNumber = "1P-1" },
    ];

    [Test]
    public void Digest_OfEachChange_IsAnother() =>
        Assert.That(Changed.Append(Payment).Select(PaymentDigest.Of), Is.Unique);

    /// <summary>Computed by another program. A version with other digests would refuse to go on with every ledger that there is.</summary>
    [Test]
    public void Digest_OfAPayment_IsTheOneOfEveryVersion() => Assert.That(
        PaymentDigest.Of(new()
        {
            JournalDisplayName = "Journal",
            CustomerId = new("52a499d6-99d6-52a4-d699-a452d699a452"),
            CustomerNumber = "C0001",
            PostingDate = new DateOnly(2026, 3, 1),
            DocumentNumber = "P-1",
            ExternalDocumentNumber = "",
            Amount = -100.10m,
            AppliesToInvoiceId = new("11111111-2222-3333-4444-555555555555"),
            AppliesToInvoiceNumber = "INV-1",
            Description = "Grüße",
            Comment = "c",
        }),
        Is.EqualTo("EE7E95F41A7CEDBCAACAE351D3A899AF0E5EFFA4705A43769D6F15FB840B35EA"));

    [Test]
    public void Digest_OfAnAmountWithOtherZeros_IsTheSame() =>
        Assert.That(PaymentDigest.Of(Payment with { Amount = -100.1m }), Is.EqualTo(PaymentDigest.Of(Payment)));

    /// <summary>In many cultures the minus sign is another character, and a ledger written there was refused elsewhere.</summary>
    [TestCase("sv-SE")]
    [TestCase("fi-FI")]
    [TestCase("fa-IR")]
    [TestCase("ar-SA")]
    public void Digest_InAnotherCulture_IsTheSame(string name)
    {
        var here = PaymentDigest.Of(Payment);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            Assert.That(PaymentDigest.Of(Payment), Is.EqualTo(here));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
