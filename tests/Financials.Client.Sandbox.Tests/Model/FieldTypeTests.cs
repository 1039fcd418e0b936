using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Tests.Model;

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
        Row(EntityTypes.FinancialDetail, "id:id! number:Code20! balance:decimal! totalSalesExcludingTax:decimal! overdueAmount:decimal! lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.GeneralJournal,
            "id:id! code:Code10 displayName:Text100 templateDisplayName:Code10 lastModifiedDateTime:instant! balancingAccountId:id balancingAccountNumber:Code20!"),
        Row(
            EntityTypes.LedgerEntry,
            "id:id! entryNumber:integer postingDate:date documentNumber:Code20 documentType:option accountId:id accountNumber:Code20 description:Text100 debitAmount:decimal " +
            "creditAmount:decimal additionalCurrencyDebitAmount:decimal additionalCurrencyCreditAmount:decimal lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.Account,
            "id:id! number:Code20 displayName:Text100 category:option subCategory:Text80 blocked:flag accountType:option directPosting:flag netChange:decimal " +
            "consolidationTranslationMethod:option consolidationDebitAccount:Code20 consolidationCreditAccount:Code20 excludeFromConsolidation:flag lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.InvoiceLine,
            "id:id! documentId:id sequence:integer itemId:id accountId:id lineType:option lineObjectNumber:Code20 description:Text100 description2:Text50 unitOfMeasureId:id " +
            "unitOfMeasureCode:Code10 quantity:decimal unitPrice:decimal discountAmount:decimal discountPercent:decimal discountAppliedBeforeTax:flag! " +
            "amountExcludingTax:decimal! taxCode:Code50 taxPercent:decimal! totalTaxAmount:decimal! amountIncludingTax:decimal! invoiceDiscountAllocation:decimal! " +
            "netAmount:decimal! netTaxAmount:decimal! netAmountIncludingTax:decimal! shipmentDate:date itemVariantId:id locationId:id"),
        Row(EntityTypes.TaxArea, "id:id! code:Code20 displayName:Text100 taxType:option! lastModifiedDateTime:instant!"),
        Row(EntityTypes.CountryRegion, "id:id! code:Code10 displayName:Text50 addressFormat:option lastModifiedDateTime:instant!"),
        Row(EntityTypes.Dimension, "id:id! code:Code20 displayName:Text30 consolidationCode:Code20 lastModifiedDateTime:instant!"),
        Row(EntityTypes.DimensionValue, "id:id! code:Code20 dimensionId:id displayName:Text50 consolidationCode:Code20 lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.DefaultDimension,
            "id:id! parentType:option parentId:id dimensionId:id dimensionCode:Code20! dimensionValueId:id dimensionValueCode:Code20! postingValidation:option lastModifiedDateTime:instant!"),
        Row(
            EntityTypes.DimensionSetLine,
            "id:id code:Code20 consolidationCode:Code20! parentId:id! parentType:option! displayName:Text30! valueId:id valueCode:Code20 valueConsolidationCode:Code20! valueDisplayName:Text50!"),
        Row(EntityTypes.Attachment, "id:id! parentId:id fileName:Text250 byteSize:integer attachmentContent:media! lastModifiedDateTime:instant! parentType:option"),
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
