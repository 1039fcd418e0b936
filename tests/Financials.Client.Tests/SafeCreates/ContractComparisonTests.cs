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

    [TestCaseSource(nameof(Texts))]
    public void Property_StoredAsItsTypeIsStored_CountsAsStored(Func<string, string, bool> isStored, bool isCode)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(isStored("aB 1", "aB 1"));
            Assert.That(isStored(" aB 1 ", "AB 1"), Is.EqualTo(isCode));
            Assert.That(isStored("aB 1", "aB 2"), Is.False);
            Assert.That(isStored("", "aB 2"), "what was left to the service");
        }
    }

    private static IEnumerable<TestCaseData> Of<TModel, TWire>(string schema, WritableMapping<TModel, TWire> mapping)
        where TModel : class, IEntity<TModel>, new()
        where TWire : class, IParsable, IAdditionalDataHolder, new() =>
        from property in ContractDocument.BusinessCentral.Schemas[schema]
        let type = ContractDocument.Text(property.Value, "x-business-central-type")
        where type is not (null or "Enum") && ContractDocument.Text(property.Value, "readOnly") != "true"
        where !NeverSent.Contains($"{schema}.{property.Key}")
        select new TestCaseData((string sent, string stored) => mapping.IsStored(Read(mapping, property.Key, sent), Read(mapping, property.Key, stored)), IsCode(type))
            .SetArgDisplayNames(schema, property.Key);

    private static bool IsCode(string type) => type.StartsWith("Code", StringComparison.Ordinal);

    private static TModel Read<TModel>(EntityMapping<TModel> mapping, string property, string value)
        where TModel : class, IEntity<TModel>, new() =>
        mapping.Entity.Read(Encoding.UTF8.GetBytes($$"""{"id":"{{Id}}","{{property}}":"{{value}}"}"""));
}
