using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox;

/// <summary>What was posted for a customer.</summary>
public sealed record SandboxCustomerEntry
{
    internal SandboxCustomerEntry(JsonObject values)
    {
        EntryNumber = values["entryNumber"]!.GetValue<int>();
        DocumentType = values.Text("documentType");
        DocumentNumber = values.Text("documentNumber");
        ExternalDocumentNumber = values.Text("externalDocumentNumber");
        CustomerNumber = values.Text("customerNumber");
        PostingDate = Wire.Date(values.Text("postingDate"));
        Amount = values.Decimal("amount");
        RemainingAmount = values.Decimal("remainingAmount");
    }

    /// <summary>Its number among the entries of all customers of the company.</summary>
    public int EntryNumber { get; }

    /// <summary><c>Payment</c>, <c>Invoice</c> or <c>Credit Memo</c>.</summary>
    public string DocumentType { get; }

    /// <summary>The document's number.</summary>
    public string DocumentNumber { get; }

    /// <summary>The number that the other side has for the document; empty for none.</summary>
    public string ExternalDocumentNumber { get; }

    /// <summary>The customer's number.</summary>
    public string CustomerNumber { get; }

    /// <summary>The date it counts for.</summary>
    public DateOnly PostingDate { get; }

    /// <summary>The amount: above zero what is owed, below what is paid.</summary>
    public decimal Amount { get; }

    /// <summary>What of it is still open.</summary>
    public decimal RemainingAmount { get; }
}
