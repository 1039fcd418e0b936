using Financials.Client.Outbox;

namespace Financials.Client.Tests.Outbox;

/// <summary>What tells the payments of a batch apart, and what a batch cannot take.</summary>
public class BatchNamesTests
{
    private static readonly Guid Ledger = new("3a1f0c52-7d84-4b0e-9c55-0d8f6c1b7e21");
    private static readonly CustomerPayment Payment = new() { CustomerNumber = "C0001", Amount = -100, PostingDate = new DateOnly(2026, 3, 1) };

    private static IEnumerable<TestCaseData> Wrong =>
    [
        Case("long", new(new string('r', 251), Payment), "A reference has 251 characters, or some that are none. Give at most 250 of them."),
        Case("half a surrogate pair", new("line \ud83d", Payment), "A reference has 6 characters, or some that are none. Give at most 250 of them."),
        Case("line number", new("line 2", Payment with { LineNumber = 10_000 }), "The payment 'line 2' has a line number. Leave it null: the batch chooses it."),
        Case("no posting date", new("line 2", Payment with { PostingDate = null }), "The payment 'line 2' has no posting date. Give it one: the service would take that of another line."),
        Case("long document number", new("line 2", Payment with { DocumentNumber = new string('D', 21) }), "The document number of the payment 'line 2' is longer than the 20 characters that the service takes."),
        Case("reference of another", new("line 1", Payment), "The reference 'line 1' occurs twice in the batch. Give each payment its own."),
        Case("document number of another", new("line 2", Payment with { DocumentNumber = " pay-1" }),
            "The payment 'line 2' has the document number ' pay-1', and so has another of the batch. Give each its own, or leave it null: a payment that was posted meanwhile is recognised by it."),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void Add_APaymentThatABatchCannotTake_SaysWhatToChange(BatchPayment item, string message)
    {
        using var names = new BatchNames();
        names.Add(new("line 1", Payment with { DocumentNumber = "PAY-1" }), Ledger);

        var error = Assert.Throws<ArgumentException>(() => names.Add(item, Ledger));

        Assert.That(error.Message, Is.EqualTo(message));
    }

    [Test]
    public void Add_ReferenceAndDocumentNumberOfTheGreatestLength_AreTaken()
    {
        using var names = new BatchNames();

        var item = names.Add(new(new string('r', 250), Payment with { DocumentNumber = new string('D', 20) }), Ledger);

        Assert.That(item.Payment.DocumentNumber, Has.Length.EqualTo(20));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public void Add_WithoutADocumentNumber_DerivesAnotherForEachReferenceAndLedger(string? number)
    {
        BatchPayment[] items = [new("line 1", Payment with { DocumentNumber = number }), new("line 2", Payment with { DocumentNumber = number })];
        using var names = new BatchNames();
        using var again = new BatchNames();
        using var other = new BatchNames();

        string?[] derived = [.. items.Select(item => names.Add(item, Ledger).Payment.DocumentNumber)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(derived, Is.Unique.And.All.Match("^[B-DF-HJ-NP-TV-Z2-9]{20}$"));
            Assert.That(items.Select(item => again.Add(item, Ledger).Payment.DocumentNumber), Is.EqualTo(derived), "in every run");
            Assert.That(items.Select(item => other.Add(item, Guid.NewGuid()).Payment.DocumentNumber), Has.None.AnyOf(derived.ToArray<object?>()), "of another ledger");
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public void BatchPayment_WithoutAReference_IsRefused(string? reference) =>
        Assert.That(() => new BatchPayment(reference!, Payment), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo("reference"));

    [Test]
    public void BatchPayment_WithoutAPayment_IsRefused() =>
        Assert.That(() => new BatchPayment("line 1", null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("payment"));

    private static TestCaseData Case(string name, BatchPayment item, string message) => new TestCaseData(item, message).SetArgDisplayNames(name);
}
