using System.Text.Json.Nodes;
using static Financials.Client.Sandbox.Model.MemberKind;

namespace Financials.Client.Sandbox.Model;

/// <content>Currencies, terms and methods.</content>
internal static partial class EntityTypes
{
    public static EntityType Currency { get; } = new("currency", "currencies", "Currency", "code", "Code",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 30),
        new("symbol", Text, 10),
        new("amountDecimalPlaces", Text, 5) { Initial = JsonValue.Create("2:2") },
        new("amountRoundingPrecision", MemberKind.Decimal) { Initial = JsonValue.Create(0.01m) },
        LastModified,
    ]);

    public static EntityType PaymentTerm { get; } = new("paymentTerm", "paymentTerms", "Payment Terms", "code", "Code",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 100),
        new("dueDateCalculation", MemberKind.DateFormula),
        new("discountDateCalculation", MemberKind.DateFormula),
        new("discountPercent", MemberKind.Decimal),
        new("calculateDiscountOnCreditMemos", Flag),
        LastModified,
    ]);

    public static EntityType PaymentMethod { get; } =
        new("paymentMethod", "paymentMethods", "Payment Method", "code", "Code", [IdMember, new("code", Code, 10), new("displayName", Text, 100), LastModified]);

    public static EntityType ShipmentMethod { get; } =
        new("shipmentMethod", "shipmentMethods", "Shipment Method", "code", "Code", [IdMember, new("code", Code, 10), new("displayName", Text, 100), LastModified]);

    public static EntityType TaxArea { get; } = new("taxArea", "taxAreas", "Tax Area Buffer", "code", "Code",
    [
        IdMember,
        new("code", Code, 20),
        new("displayName", Text, 100),
        new("taxType", Option) { IsReadOnly = true, Options = ["Sales Tax", "VAT"] },
        LastModified,
    ]);

    public static EntityType CountryRegion { get; } = new("countryRegion", "countriesRegions", "Country/Region", "code", "Code",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 50),
        new("addressFormat", Option)
        {
            Options = ["Post Code+City", "City+Post Code", "City+County+Post Code", "Blank Line+Post Code+City", "Custom"],
            Initial = JsonValue.Create("City+Post Code"),
        },
        LastModified,
    ]);
}
