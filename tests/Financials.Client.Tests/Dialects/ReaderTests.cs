using System.Text;
using System.Text.Json;
using Financials.Client.Dialects;
using Financials.Client.Dialects.BusinessCentral;
using Financials.Client.Tests.Calls;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Dialects;

/// <summary>The bodies of successful responses: what is taken for one, and what is said of all others.</summary>
public class ReaderTests
{
    private const string Elsewhere = " is not what the contract says.";

    private static PageReader<Customer> Customers => CustomerMapping.Instance.Page;

    private static EntityReader<Customer> OneCustomer => CustomerMapping.Instance.Entity;

    private static BatchReader<Customer> Batch { get; } = new(OneCustomer);

    private static JsonPageReader<Loyalty> Members { get; } = new(LoyaltyContext.Default.Loyalty);

    private static JsonEntityReader<Loyalty> OneMember { get; } = new(LoyaltyContext.Default.Loyalty, new(LoyaltyContext.Default.Loyalty));

    private static IEnumerable<TestCaseData> Wrong =>
    [
        Case("page", Customers, "[]", "The JSON at byte 0" + Elsewhere),
        Case("page", Customers, "5", "The JSON at byte 0" + Elsewhere),
        Case("page", Customers, "{}", "The page has no list."),
        Case("page", Customers, """{"value":null}""", "The page has no list."),
        Case("page", Customers, """{"value":5}""", "The JSON at byte 9" + Elsewhere),
        Case("page", Customers, """{"value":{}}""", "The JSON at byte 9" + Elsewhere),
        Case("page", Customers, """{"value":[5]}""", "The JSON at byte 10" + Elsewhere),
        Case("page", Customers, """{"value":[[]]}""", "The JSON at byte 10" + Elsewhere),
        Case("page", Customers, """{"value":[],"@odata.nextLink":5}""", "The JSON at byte 30" + Elsewhere),
        Case("page", Customers, """{"value":[]}{}""", null),
        Case("page", Customers, "", null),
        Case("entity", OneCustomer, "{}", "The entity has no id."),
        Case("entity", OneCustomer, "[]", "The JSON at byte 0" + Elsewhere),
        Case("entity", OneCustomer, """{"id":"{customer}"},""", null),
        Case("entity", OneCustomer, """{"id":"{customer}","address":5""", null),
        Case("batch", Batch, "[]", "The JSON at byte 0" + Elsewhere),
        Case("batch", Batch, """{"responses":{}}""", "The JSON at byte 13" + Elsewhere),
        Case("batch", Batch, """{"responses":[[]]}""", "The JSON at byte 14" + Elsewhere),
        Case("batch", Batch, """{"responses":[{"id":"0"}]}""", "A response has no status, or no id that was sent."),
        Case("batch", Batch, """{"responses":[{"status":201}]}""", "A response has no status, or no id that was sent."),
        Case("batch", Batch, """{"responses":[{"id":"-1","status":400}]}""", "A response has no status, or no id that was sent."),
        Case("batch", Batch, """{"responses":[{"id":"0","status":200,"body":{}}]}""", "The entity has no id."),
        Case("batch", Batch, """{"responses":[{"id":"0","status":299,"body":{}}]}""", "The entity has no id."),
        Case("batch", Batch, """{"responses":[]}1""", null),
        Case("own page", Members, "[]", "The page is no object."),
        Case("own page", Members, "{}", "The page has no list."),
        Case("own page", Members, """{"value":5}""", "The page has no list."),
        Case("own page", Members, """{"value":[null]}""", "The list has an empty place."),
        Case("own page", Members, """{"value":[],"@odata.nextLink":null}""", "The next link is no text."),
        Case("own page", Members, "", null),
        Case("own entity", OneMember, "null", "The entity has no id."),
        Case("own entity", OneMember, "{}", "The entity has no id."),
        Case("own entity", OneMember, """{"id":"00000000-0000-0000-0000-000000000000"}""", "The entity has no id."),
        Case("count", CountReader.Instance, "12 ", "The response is not a bare number."),
        Case("count", CountReader.Instance, "a12", "The response is not a bare number."),
        Case("count", CountReader.Instance, "", "The response is not a bare number."),
        Case("PDF", PdfReader.Instance, "%PD", "The response does not begin as a PDF does."),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void Read_ABodyThatIsSomethingElse_SaysWhat(Action read, string? message) =>
        Assert.That(read, message is null ? Throws.InstanceOf<JsonException>() : Throws.InstanceOf<JsonException>().With.Message.EqualTo(message));

    [Test]
    public void Read_ABatch_GivesEachResponseWhateverElseItSays()
    {
        var items = Batch.Read(Utf8(
            """
            {"a":[{"id":"9","status":201}],"responses":[
              {"id":"1","headers":{"status":5},"status":201,"body":{"number":"C2","id":"{other}"}},
              {"id":"0","status":300,"body":{}},{"id":"2","status":199,"body":null}],"b":{}}
            """));

        Assert.That(items.Select(item => (item.Place, item.Status, item.IsSuccess, item.Entity?.Number)), Is.EqualTo(
            new (int, int, bool, string?)[] { (1, 201, true, "C2"), (0, 300, false, null), (2, 199, false, null) }));
    }

    [Test]
    public void Read_APage_GivesItsEntitiesAndTheNextLink()
    {
        var page = Customers.Read(Utf8("""{"@odata.context":"x","value":[{"id":"{customer}"},{"number":"C2","unknown":[{}]}],"@odata.nextLink":"next"}"""));
        var own = Members.Read(Utf8("""{"@odata.context":"x","value":[{"memberNumber":"L-1"}],"@odata.nextLink":"next"}"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Items, Is.EqualTo(new Customer[] { new() { Id = Ids.Customer }, new() { Number = "C2" } }));
            Assert.That(own.Items, Is.EqualTo(new Loyalty[] { new() { MemberNumber = "L-1" } }));
            Assert.That((page.ContinuationToken, own.ContinuationToken), Is.EqualTo(("next", "next")));
            Assert.That(CountReader.Instance.Read("12"u8), Is.EqualTo(12));
        }
    }

    /// <summary>Most responses say something; those that need not are told by their readers.</summary>
    [Test]
    public void Expected_OfEachReader_SaysWhatItIsInWords()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Customers.Expected, Customers.AcceptsEmpty), Is.EqualTo(("a list of Customer entities", false)));
            Assert.That((Members.Expected, Members.AcceptsEmpty), Is.EqualTo(("a list of Loyalty entities", false)));
            Assert.That(OneCustomer.Expected, Is.EqualTo("the Customer that it was asked for"));
            Assert.That(OneMember.Expected, Is.EqualTo("the Loyalty that it was asked for"));
            Assert.That(Batch.Expected, Is.EqualTo("the responses to several creates of Customer entities"));
            Assert.That(CountReader.Instance.Expected, Is.EqualTo("a count"));
            Assert.That((RawReader.Instance.Expected, RawReader.Instance.AcceptsEmpty), Is.EqualTo(("a response", true)));
            Assert.That((PdfReader.Instance.Expected, PdfReader.Instance.AcceptsEmpty), Is.EqualTo(("a PDF", false)));
            Assert.That((ContentReader.Instance.Expected, ContentReader.Instance.AcceptsEmpty), Is.EqualTo(("the content of the file", true)));
        }
    }

    private static TestCaseData Case<T>(string reader, ResponseReader<T> of, string body, string? message) =>
        new TestCaseData((Action)(() => of.Read(Utf8(body))), message).SetArgDisplayNames(reader, body is "" ? "nothing" : body);

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(Ids.Real(json));
}
