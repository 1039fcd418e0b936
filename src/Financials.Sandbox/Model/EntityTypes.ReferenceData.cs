using static Financials.Sandbox.Model.MemberKind;

namespace Financials.Sandbox.Model;

/// <content>Currencies, terms and methods.</content>
internal static partial class EntityTypes
{
    public static EntityType Currency { get; } = new("currency", "currencies", "Currency", "code", "Code",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 30),
        new("symbol", Text, 10),
        new("amountDecimalPlaces", Text, 5),
        new("amountRoundingPrecision", MemberKind.Decimal),
        LastModified,
    ]);

    public static EntityType PaymentTerm { get; } = new("paymentTerm", "paymentTerms", "Payment Terms", "code", "Code",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 100),
        new("dueDateCalculation", Text),
        new("discountDateCalculation", Text),
        new("discountPercent", MemberKind.Decimal),
        new("calculateDiscountOnCreditMemos", Flag),
        LastModified,
    ]);

    public static EntityType PaymentMethod { get; } =
        new("paymentMethod", "paymentMethods", "Payment Method", "code", "Code", [IdMember, new("code", Code, 10), new("displayName", Text, 100), LastModified]);

    public static EntityType ShipmentMethod { get; } =
        new("shipmentMethod", "shipmentMethods", "Shipment Method", "code", "Code", [IdMember, new("code", Code, 10), new("displayName", Text, 100), LastModified]);
}
