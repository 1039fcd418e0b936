using Financials.Sandbox.Model;
using Financials.Sandbox.Surfaces;

namespace Financials.Sandbox.Tests.Model;

/// <summary>The types of the properties on Business Central's API v2.0, against a list taken from the service's own source.</summary>
[TestFixture]
public sealed class FieldTypeTests
{
    private static IEnumerable<TestCaseData> Rows =>
    [
        Row(
            EntityTypes.Customer,
            "id:id! number:Code20 displayName:Text100 type:option addressLine1:Text100 addressLine2:Text50 city:Text30 state:Text30 country:Code10 postalCode:Code20 " +
            "phoneNumber:Text30 email:Text80 website:Text255 salespersonCode:Code20 balanceDue:decimal! creditLimit:decimal taxLiable:flag taxAreaId:id " +
            "taxAreaDisplayName:Text! taxRegistrationNumber:Text50 currencyId:id currencyCode:Code10 paymentTermsId:id shipmentMethodId:id paymentMethodId:id " +
            "blocked:option lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.Payment,
            "id:id! journalId:id journalDisplayName:Code10 lineNumber:integer customerId:id customerNumber:Code20 postingDate:date documentNumber:Code20 " +
            "externalDocumentNumber:Code35 amount:decimal appliesToInvoiceId:id appliesToInvoiceNumber:Code20 description:Text100 comment:Text250 lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.Journal,
            "id:id! code:Code10 displayName:Text100 balancingAccountId:id balancingAccountNumber:Code20! lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.Invoice,
            "id:id! number:Code20! externalDocumentNumber:Code35 invoiceDate:date postingDate:date dueDate:date promisedPayDate:date customerPurchaseOrderReference:Text35 " +
            "customerId:id customerNumber:Code20 customerName:Text100! billToName:Text100! billToCustomerId:id billToCustomerNumber:Code20 shipToName:Text100 " +
            "shipToContact:Text100 sellToAddressLine1:Text100 sellToAddressLine2:Text50 sellToCity:Text30 sellToCountry:Code10 sellToState:Text30 sellToPostCode:Code20 " +
            "billToAddressLine1:Text100! billToAddressLine2:Text50! billToCity:Text30! billToCountry:Code10! billToState:Text30! billToPostCode:Code20! " +
            "shipToAddressLine1:Text100 shipToAddressLine2:Text50 shipToCity:Text30 shipToCountry:Code10 shipToState:Text30 shipToPostCode:Code20 currencyId:id " +
            "shortcutDimension1Code:Code20 shortcutDimension2Code:Code20 currencyCode:Code10 orderId:id! orderNumber:Code20! paymentTermsId:id shipmentMethodId:id " +
            "salesperson:Code20 disputeStatusId:id disputeStatus:Code10 pricesIncludeTax:flag! remainingAmount:decimal! discountAmount:decimal " +
            "discountAppliedBeforeTax:flag! totalAmountExcludingTax:decimal! totalTaxAmount:decimal! totalAmountIncludingTax:decimal! status:option! " +
            "lastModifiedDateTime:instant! phoneNumber:Text30 email:Text80"),
        Row(EntityTypes.Currency, "id:id! code:Code10 displayName:Text30 symbol:Text10 amountDecimalPlaces:Text5 amountRoundingPrecision:decimal lastModifiedDateTime:instant!"),
        Row(EntityTypes.PaymentMethod, "id:id! code:Code10 displayName:Text100 lastModifiedDateTime:instant!"),
        Row(EntityTypes.ShipmentMethod, "id:id! code:Code10 displayName:Text100 lastModifiedDateTime:instant!"),
    ];

    /// <summary>Each property with its kind, the length of texts, and a mark where it is read-only.</summary>
    [TestCaseSource(nameof(Rows))]
    public void Properties_OfATable_AreThoseOfTheService(object type, string expected) => Assert.That(
        Surface.BusinessCentral.View((EntityType)type).Type.Members.Select(Described), Is.EquivalentTo(expected.Split(' ')));

    private static TestCaseData Row(EntityType type, string members) => new TestCaseData(type, members).SetArgDisplayNames(type.SetName);

    private static string Described(Member member) => $"{member.Name}:{Kind(member)}{(member.IsReadOnly ? "!" : "")}";

    private static string Kind(Member member) => member.Kind is MemberKind.Text or MemberKind.Code
        ? $"{member.Kind}{member.MaxLength}"
        : $"{member.Kind}".ToLowerInvariant();
}
