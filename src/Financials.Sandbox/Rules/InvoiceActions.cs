using Financials.Sandbox.Model;
using Financials.Sandbox.Rules.Posting;

namespace Financials.Sandbox.Rules;

/// <summary>What can be done with an invoice.</summary>
internal sealed class InvoiceActions(Store store, CompanyData company)
{
    private readonly InvoicePosting _posting = new(store, company);

    /// <returns>The action of a name, in any letter case; null where there is none.</returns>
    public Action<Entity>? Find(string name) => name.ToUpperInvariant() switch
    {
        "POST" => Post,
        "SEND" => Send,
        "POSTANDSEND" => (Action<Entity>)Post + Commit + Send,
        "CANCEL" => Cancel,
        "CANCELANDSEND" => (Action<Entity>)Cancel + Commit + Send,
        _ => null,
    };

    private void Post(Entity invoice)
    {
        if (InvoiceStatus.IsPosted(invoice.Values.Text("status")))
        {
            throw ServiceException.Dialog("The action can be applied to a draft invoice only.");
        }

        BlockedCustomer.CheckInvoice(company.Customers.Find(invoice.Values.Id("customerId")), "post");
        BlockedCustomer.CheckInvoice(company.Customers.Find(invoice.Values.Id("billToCustomerId")), "post");
        _posting.Post(invoice);
    }

    private void Cancel(Entity invoice)
    {
        var status = invoice.Values.Text("status");
        if (!InvoiceStatus.IsPosted(status))
        {
            throw ServiceException.Dialog("The action can be applied to a posted invoice only.");
        }

        if (status == InvoiceStatus.Canceled)
        {
            throw ServiceException.Dialog("The invoice cannot be canceled because it has already been canceled.");
        }

        if (invoice.Values.Decimal("remainingAmount") != invoice.Values.Decimal("totalAmountIncludingTax"))
        {
            throw ServiceException.Dialog(
                "You cannot cancel this posted sales invoice because it is fully or partially paid.\\\\To reverse a paid sales invoice, you must manually create a sales credit memo.");
        }

        _posting.Cancel(invoice);
    }

    /// <summary>What was done so far stays done, whatever becomes of the rest.</summary>
    private void Commit(Entity invoice) => store.Undo.Commit();

    /// <summary>Sends nothing, but checks what has to be there.</summary>
    private void Send(Entity invoice)
    {
        if (invoice.Values.Text("email").Length == 0 && company.Customers.Find(invoice.Values.Id("customerId"))?.Values.Text("email") is null or "")
        {
            throw ServiceException.Dialog("The send-to email is empty. Specify email either for the customer or for the invoice in email preview.");
        }
    }
}
