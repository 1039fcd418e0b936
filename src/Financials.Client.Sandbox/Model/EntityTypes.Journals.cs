using System.Text.Json.Nodes;
using static Financials.Client.Sandbox.Model.MemberKind;

namespace Financials.Client.Sandbox.Model;

/// <content>Payment journals and their lines.</content>
internal static partial class EntityTypes
{
    public static EntityType Payment { get; } = new("customerPayment", "customerPayments", "Gen. Journal Line", "lineNumber", "Line No.",
    [
        IdMember,
        new("journalDisplayName", Code, 10),
        new("lineNumber", MemberKind.Integer),
        new("customerId", Id),
        new("customerNumber", Code, 20),
        new("contactId", Text, 250) { IsWriteOnly = true },
        new("postingDate", Date),
        new("documentNumber", Code, 20),
        new("externalDocumentNumber", Code, 35),
        new("amount", MemberKind.Amount),
        new("appliesToInvoiceId", Id),
        new("appliesToInvoiceNumber", Code, 20),
        new("description", Text, 100),
        new("comment", Text, 250),
        LastModified,
    ])
    {
        Further = [new("journalId", Id)],
        Hidden = [new("balancingAccountId", Id)],
        Summed = OneSided,
        Navigations = [new("customer", () => Customer!.Shape)],
    };

    public static EntityType Journal { get; } = new("customerPaymentJournal", "customerPaymentJournals", "Gen. Journal Batch", "code", "Name",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 100),
        LastModified,
        new("balancingAccountId", Id),
        ReadOnly("balancingAccountNumber", Code, 20),
    ])
    {
        Hidden = [new("numberSeries", Code, 20), new("templateDisplayName", Code, 10)],
        Navigations = [new("customerPayments", () => Payment.Shape, IsCollection: true)],
    };

    /// <summary>A journal of any template, as the set of all journals shows it.</summary>
    public static EntityType GeneralJournal { get; } = new("journal", "journals", "Gen. Journal Batch", "code", "Name",
    [
        IdMember,
        new("code", Code, 10),
        new("displayName", Text, 100),
        new("templateDisplayName", Code, 10),
        LastModified,
        new("balancingAccountId", Id),
        ReadOnly("balancingAccountNumber", Code, 20),
    ])
    {
        Hidden = [new("numberSeries", Code, 20)],
    };

    /// <summary>A line that the set of payments never shows: one typed by a user for another account, or an empty one.</summary>
    public static EntityType HiddenLine { get; } = new("hiddenLine", "hiddenLines", "Gen. Journal Line", "lineNumber", "Line No.",
    [
        IdMember,
        new("lineNumber", MemberKind.Integer),
        new("accountNumber", Code, 20),
        new("postingDate", Date),
        new("documentNumber", Code, 20),
        new("externalDocumentNumber", Code, 35),
        new("amount", MemberKind.Amount),
        new("description", Text, 100),
        new("balancingAccountId", Id),
        LastModified,
    ])
    {
        Summed = OneSided,
    };

    /// <summary>What a line moves without a balancing account that moves the other way.</summary>
    private static decimal OneSided(JsonObject line) => line.Id("balancingAccountId") == Guid.Empty ? line.Decimal("amount") : 0m;
}
