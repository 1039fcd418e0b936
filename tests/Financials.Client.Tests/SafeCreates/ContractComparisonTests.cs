using System.Text;
using Financials.Client.Dialects;
using Financials.Client.Dialects.BusinessCentral;
using Financials.Client.Models;
using Financials.Client.Tests.Contract;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>
/// What counts as stored, against the contract: it is the contract that says which properties the service keeps as codes, trimmed and
/// in capitals, and which as texts.
/// </summary>
public class ContractComparisonTests
{
    private const string Id = "0b2f1c7e-5a58-4c6e-9c35-0d9f6a3e1b11";

    /// <summary>What the client cannot send, or the service does not let be chosen.</summary>
    private static readonly string[] NeverSent =
        ["customerPayment.journalDisplayName", "salesInvoice.shortcutDimension1Code", "salesInvoice.shortcutDimension2Code", "salesInvoice.disputeStatus"];

    private static IEnumerable<TestCaseData> Texts =>
    [
        .. Of("customer", CustomerMapping.Instance),
        .. Of("customerPayment", CustomerPaymentMapping.Instance),
        .. Of("customerPaymentJournal", PaymentJournalMapping.Instance),
        .. Of("salesInvoice", SalesInvoiceMapping.Instance),
        .. Of("salesInvoiceLine", SalesInvoiceLineMapping.Instance),
        .. Of("currency", CurrencyMapping.Instance),
        .. Of("paymentTerm", PaymentTermMapping.Instance),
        .. Of("paymentMethod", PaymentMethodMapping.Instance),
        .. Of("shipmentMethod", ShipmentMethodMapping.Instance),
        .. Of("taxArea", TaxAreaMapping.Instance),
        .. Of("countryRegion", CountryRegionMapping.Instance),
        .. Of("dimensionSetLine", DimensionSetLineMapping.Instance),
    ];

    /// <summary>Money may be stored rounded; any other number is stored as it was sent.</summary>
    private static IEnumerable<TestCaseData> Numbers =>
    [
        .. NumbersOf("customer", CustomerMapping.Instance),
        .. NumbersOf("customerPayment", CustomerPaymentMapping.Instance),
        .. NumbersOf("salesInvoice", SalesInvoiceMapping.Instance),
        .. NumbersOf("salesInvoiceLine", SalesInvoiceLineMapping.Instance),
        .. NumbersOf("currency", CurrencyMapping.Instance),
        .. NumbersOf("paymentTerm", PaymentTermMapping.Instance),
    ];

    [TestCaseSource(nameof(Texts))]
    public void Property_StoredAsItsTypeIsStored_CountsAsStored(Func<string, string, bool> isStored, bool inCapitals)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(isStored("aB 1", "aB 1"));
            Assert.That(isStored(" aB 1 ", "AB 1"), Is.EqualTo(inCapitals));
            Assert.That(isStored("aB 1", "aB 2"), Is.False);
            Assert.That(isStored("", "aB 2"), "what was left to the service");
        }
    }

    [TestCaseSource(nameof(Numbers))]
    public void Number_StoredAsItsTypeIsStored_CountsAsStored(Func<string, string, bool> isStored, bool isAmount)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(isStored("10.005", "10.005"));
            Assert.That(isStored("10.005", "10.01"), Is.EqualTo(isAmount));
            Assert.That(isStored("-10.005", "-10.01"), Is.EqualTo(isAmount), "half away from zero");
            Assert.That(isStored("10.004", "10.01"), Is.False);
            Assert.That(isStored("10.01", "10.005"), Is.False, "stored more exactly than it was sent");
        }
    }

    [Test]
    public void DateFormula_StoredWithoutSpacesAndInCapitals_CountsAsStored()
    {
        PaymentTerm Due(string formula) => new() { Code = "X", DueDateCalculation = formula };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PaymentTermMapping.Instance.IsStored(Due("cm + 10d"), Due("CM+10D")));
            Assert.That(PaymentTermMapping.Instance.IsStored(Due("14d"), Due("15D")), Is.False);
        }
    }

    private static IEnumerable<TestCaseData> NumbersOf<TModel, TWire>(string schema, WritableMapping<TModel, TWire> mapping)
        where TModel : class, IEntity<TModel>, new()
        where TWire : class, IParsable, IAdditionalDataHolder, new() =>
        from property in ContractDocument.BusinessCentral.Schemas[schema]
        where ContractDocument.Text(property.Value, "type") == "number" && ContractDocument.Text(property.Value, "readOnly") != "true"
        select new TestCaseData(
            (string sent, string stored) => mapping.IsStored(Read(mapping, property.Key, sent, ""), Read(mapping, property.Key, stored, "")),
            ContractDocument.Text(property.Value, "x-business-central-type") == "Amount").SetArgDisplayNames(schema, property.Key);

    private static IEnumerable<TestCaseData> Of<TModel, TWire>(string schema, WritableMapping<TModel, TWire> mapping)
        where TModel : class, IEntity<TModel>, new()
        where TWire : class, IParsable, IAdditionalDataHolder, new() =>
        from property in ContractDocument.BusinessCentral.Schemas[schema]
        let type = ContractDocument.Text(property.Value, "x-business-central-type")
        where type is not (null or "Enum" or "Amount" or "Decimal") && ContractDocument.Text(property.Value, "readOnly") != "true"
        where !NeverSent.Contains($"{schema}.{property.Key}")
        select new TestCaseData((string sent, string stored) => mapping.IsStored(Read(mapping, property.Key, sent), Read(mapping, property.Key, stored)), InCapitals(type))
            .SetArgDisplayNames(schema, property.Key);

    private static bool InCapitals(string type) => type.StartsWith("Code", StringComparison.Ordinal) || type == "DateFormula";

    private static TModel Read<TModel>(EntityMapping<TModel> mapping, string property, string value, string quote = "\"")
        where TModel : class, IEntity<TModel>, new() =>
        mapping.Entity.Read(Encoding.UTF8.GetBytes($$"""{"id":"{{Id}}","{{property}}":{{quote}}{{value}}{{quote}}}"""));
}
