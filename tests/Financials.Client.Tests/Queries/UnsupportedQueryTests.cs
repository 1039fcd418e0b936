using System.Linq.Expressions;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>
/// The service answers several forms that it does not evaluate with everything it has. So whatever it does not evaluate is
/// refused at the call, before anything is sent, in a message that names the part and says what to write instead.
/// </summary>
public class UnsupportedQueryTests
{
    private static readonly Expression<Func<Customer, object?>>[] NotSortable =
    [
        c => c.ETag, c => c.Address, c => c.PaymentTerms, c => c.Currency, c => c.PaymentTerm,
        c => c.Address!.City, c => c.Number!.Length, c => c.Balance + 1, c => "number", c => c,
    ];

    [TestCaseSource(typeof(UnsupportedCases), nameof(UnsupportedCases.Alternatives))]
    [TestCaseSource(typeof(UnsupportedCases), nameof(UnsupportedCases.Members))]
    [TestCaseSource(typeof(UnsupportedCases), nameof(UnsupportedCases.Calls))]
    [TestCaseSource(typeof(UnsupportedCases), nameof(UnsupportedCases.Values))]
    public void Where_WhatTheServiceCannotEvaluate_IsRefusedAtTheCall(Func<CompanyClient, object> ask, string[] says)
    {
        var message = RefusalOf(ask);

        using (Assert.EnterMultipleScope())
        {
            foreach (var part in says)
            {
                Assert.That(message, Does.Contain(part));
            }

            Assert.That(message, Does.Not.Contain("DisplayClass").And.Not.Contain("Convert(").And.Not.Contain("AndAlso").And.Not.Contain("OrElse"));
        }
    }

    [TestCaseSource(nameof(NotSortable))]
    public void OrderBy_WhatTheServiceCannotSortBy_IsRefusedAtTheCall(Expression<Func<Customer, object?>> member)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RefusalOf(company => company.Customers.OrderBy(member)), Does.StartWith("The service cannot "));
            Assert.That(RefusalOf(company => company.Customers.OrderByDescending(member)), Does.StartWith("The service cannot "));
            Assert.That(RefusalOf(company => company.Customers.Take(1).ThenBy(member)), Does.StartWith("The service cannot "));
            Assert.That(RefusalOf(company => company.Customers.Take(1).ThenByDescending(member)), Does.StartWith("The service cannot "));
        }
    }

    [Test]
    public void Where_AlternativesOfTwoProperties_AreQuotedAsTheyWereWritten() => Assert.That(
        RefusalOf(company => company.Customers.Where(c => (c.TaxLiable == true && c.Number == "1") || c.Email == "a@b.example")),
        Does.StartWith("The service cannot evaluate '((c.TaxLiable == True) && (c.Number == \"1\")) || (c.Email == \"a@b.example\")'. The service evaluates || only"));

    [Test]
    public void OrderBy_ExpandedMember_IsRefusedByName() => Assert.That(
        RefusalOf(company => company.Customers.OrderBy(c => c.Currency)),
        Is.EqualTo("The service cannot filter or sort by Customer.Currency."));

    [Test]
    public void OrderBy_PartOfAMember_IsToldToNameAMember() => Assert.That(
        RefusalOf(company => company.Customers.OrderBy(c => c.Address!.City)),
        Is.EqualTo("The service cannot evaluate 'c.Address.City'. Name a property of the entity itself, as in c => c.Number."));

    [Test]
    public void SelectFields_RelatedEntity_IsRefusedByName() => Assert.That(
        RefusalOf(company => company.Customers.SelectFields(c => c.Number, c => c.Currency)),
        Is.EqualTo("The service cannot select Customer.Currency."));

    [Test]
    public void Expand_MemberThatIsNoRelatedEntity_IsRefusedByName() => Assert.That(
        RefusalOf(company => company.Customers.Expand(c => c.Number)),
        Is.EqualTo("The service cannot expand Customer.Number."));

    [Test]
    public void Where_ValueThatCannotBeRead_ThrowsWhatReadingItThrows()
    {
        Customer? nobody = null;
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);
        var customers = client.Company().Customers;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => customers.Where(c => c.Number == nobody!.Number),
                Throws.InvalidOperationException.With.Message.EqualTo("'nobody.Number' has no value, because 'nobody' is null."));
            Assert.That(() => customers.Where(c => c.Id == new Guid("not an id")), Throws.TypeOf<FormatException>());
            Assert.That(() => customers.Where(c => c.Number == Failing()), Throws.TypeOf<TimeZoneNotFoundException>());
            Assert.That(transport.Requests, Is.Empty);
        }
    }

    [Test]
    public void AnyQueryMethod_Null_IsRefused()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);
        var customers = client.Company().Customers;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => customers.Where(null!), Throws.ArgumentNullException);
            Assert.That(() => customers.OrderBy(null!), Throws.ArgumentNullException);
            Assert.That(() => customers.SelectFields(null!), Throws.ArgumentNullException);
            Assert.That(() => customers.Expand(null!), Throws.ArgumentNullException);
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void TakeAndAsPages_LessThanOne_AreRefused(int count)
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => client.Company().Customers.Take(count), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => client.Company().Customers.AsPages(pageSizeHint: count), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    private static string RefusalOf(Func<CompanyClient, object> ask)
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);

        var refusal = Assert.Throws<NotSupportedException>(() => ask(client.Company()));

        Assert.That(transport.Requests, Is.Empty);
        return refusal!.Message;
    }

    private static string Failing() => throw new TimeZoneNotFoundException();
}
