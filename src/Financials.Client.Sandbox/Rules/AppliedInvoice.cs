using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The invoice that a payment is for. Its id has to be that of a posted invoice; its number is taken as it comes, and fails when it is posted.</summary>
internal static class AppliedInvoice
{
    private const string Id = "appliesToInvoiceId";
    private const string Number = "appliesToInvoiceNumber";

    /// <summary>Finds the invoice and writes both members.</summary>
    /// <returns>The posted invoice; null for none, and for a number that no posted invoice has.</returns>
    /// <exception cref="ServiceException">There is no posted invoice of the id, or its number is another.</exception>
    public static Entity? Resolve(CompanyData company, JsonObject values, JsonObject sent)
    {
        var byNumber = Posted(company.Invoices.FindKey(values.Text(Number)));
        if (!sent.ContainsKey(Id))
        {
            values[Id] = Wire.Text(byNumber?.Id ?? Guid.Empty);
            return byNumber;
        }

        var id = values.Id(Id);
        if (id == Guid.Empty)
        {
            values[Number] = sent.ContainsKey(Number) ? values.Text(Number) : "";
            values[Id] = Wire.Text(sent.ContainsKey(Number) && byNumber is not null ? byNumber.Id : Guid.Empty);
            return sent.ContainsKey(Number) ? byNumber : null;
        }

        var byId = Posted(company.Invoices.Find(id))
            ?? throw ServiceException.Dialog("The \"appliesToInvoiceId\" should be the ID of an Open, Paid, Corrective, or Canceled Invoice.");
        if (sent.ContainsKey(Number) && values.Text(Number) is { Length: > 0 } number && number != byId.Values.Text("number"))
        {
            throw ServiceException.Dialog("The Applies To Invoice values do not match to the same Invoice.");
        }

        values[Number] = byId.Values.Text("number");
        return byId;
    }

    private static Entity? Posted(Entity? invoice) => invoice is not null && InvoiceStatus.IsPosted(invoice.Values.Text("status")) ? invoice : null;
}
