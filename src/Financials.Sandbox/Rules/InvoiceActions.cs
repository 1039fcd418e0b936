using Financials.Sandbox.Model;

namespace Financials.Sandbox.Rules;

/// <summary>What can be done with an invoice.</summary>
internal sealed class InvoiceActions(Store store, CompanyData company)
{
    public static IReadOnlyList<string> Names { get; } = ["post", "send", "postAndSend", "cancel", "cancelAndSend"];

    /// <returns>The action of a name; null where there is none.</returns>
    public Action<Entity>? Find(string name) => name switch
    {
        "post" => Post,
        "send" => Send,
        "postAndSend" => (Action<Entity>)Post + Commit + Send,
        "cancel" => Cancel,
        "cancelAndSend" => (Action<Entity>)Cancel + Commit + Send,
        _ => null,
    };

    private void Post(Entity invoice)
    {
        if (InvoiceStatus.IsPosted(invoice.Values.Text("status")))
        {
            throw ServiceException.Dialog("The action can be applied to a draft invoice only.");
        }

        Set(invoice, InvoiceStatus.Open);
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

        Set(invoice, InvoiceStatus.Canceled);
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

    private void Set(Entity invoice, string status)
    {
        company.Invoices.Change(invoice, values =>
        {
            values["status"] = status;
            store.Stamp(values);
        });
        if (company.Customers.Find(invoice.Values.Id("billToCustomerId")) is { } payer)
        {
            CustomerRules.ShowBalance(company, payer, store.Today);
        }
    }
}
