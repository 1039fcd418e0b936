using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Rules.Posting;

namespace Financials.Client.Sandbox.Rules;

/// <summary>What can be done with an invoice.</summary>
/// <param name="store">Where it is.</param>
/// <param name="company">Its company.</param>
/// <param name="needsLines">Whether an invoice without lines is refused; a surface that has no lines cannot ask for them.</param>
internal sealed class InvoiceActions(Store store, CompanyData company, bool needsLines)
{
    private readonly CreditMemos _memos = new(store, company);

    /// <returns>The action of a name, in any letter case; null where there is none.</returns>
    public Action<Entity>? Find(string name) => name.ToUpperInvariant() switch
    {
        "POST" => Post,
        "SEND" => Send,
        "POSTANDSEND" => (Action<Entity>)Post + Commit + Send,
        "CANCEL" => Cancel,
        "CANCELANDSEND" => (Action<Entity>)Cancel + Commit + Send,
        "MAKECORRECTIVECREDITMEMO" when needsLines => MakeCreditMemo,
        _ => null,
    };

    private void Post(Entity invoice)
    {
        if (InvoiceStatus.IsPosted(invoice.Values.Text("status")))
        {
            throw ServiceException.Dialog("The action can be applied to a draft invoice only.");
        }

        var lines = company.InvoiceLines.Of(invoice.Id);
        if (needsLines && lines.Count == 0)
        {
            throw ServiceException.Dialog("Please add at least one line item to the invoice.");
        }

        if (lines.All.Any(line => line.Values.Text("lineObjectNumber").Length > 0 && line.Values.Decimal("quantity") == 0m))
        {
            throw ServiceException.Dialog("One or more document lines with a value in the No. field do not have a quantity specified.");
        }

        BlockedCustomer.CheckInvoice(company.Customers.Find(invoice.Values.Id("customerId")), "post");
        BlockedCustomer.CheckInvoice(company.Customers.Find(invoice.Values.Id("billToCustomerId")), "post");
        new InvoicePosting(store, company).Post(invoice);
    }

    private void Cancel(Entity invoice)
    {
        CheckPosted(invoice);
        if (invoice.Values.Text("status") == InvoiceStatus.Canceled)
        {
            throw ServiceException.Dialog("The invoice cannot be canceled because it has already been canceled.");
        }

        if (invoice.Values.Decimal("remainingAmount") != invoice.Values.Decimal("totalAmountIncludingTax"))
        {
            throw ServiceException.Dialog(
                "You cannot cancel this posted sales invoice because it is fully or partially paid.\\\\" +
                "To reverse a paid sales invoice, you must manually create a sales credit memo.");
        }

        _memos.Post(_memos.Draft(invoice), InvoiceStatus.Corrective);
        company.Invoices.Change(invoice, values =>
        {
            values["status"] = InvoiceStatus.Canceled;
            store.Stamp(values);
        });
    }

    private void MakeCreditMemo(Entity invoice)
    {
        CheckPosted(invoice);
        var (left, total) = (invoice.Values.Decimal("remainingAmount"), invoice.Values.Decimal("totalAmountIncludingTax"));
        if (left != total)
        {
            throw ServiceException.Dialog(left == 0m
                ? "The invoice is closed. The corrective credit memo will not be applied to the invoice."
                : "The invoice is partially paid or credited. The corrective credit memo may not be fully closed by the invoice.");
        }

        _memos.Draft(invoice);
    }

    private static void CheckPosted(Entity invoice)
    {
        if (!InvoiceStatus.IsPosted(invoice.Values.Text("status")))
        {
            throw ServiceException.Dialog("The action can be applied to a posted invoice only.");
        }
    }

    /// <summary>What was done so far stays done, whatever becomes of the rest.</summary>
    private void Commit(Entity invoice) => store.Undo.Commit();

    /// <summary>Sends nothing, but checks what has to be there: the company's mail, and an address.</summary>
    private void Send(Entity invoice)
    {
        if (!company.Settings.HasMail)
        {
            throw ServiceException.Dialog("An email account must be configured to send emails.");
        }

        if (invoice.Values.Text("email").Length == 0 && company.Customers.Find(invoice.Values.Id("customerId"))?.Values.Text("email") is null or "")
        {
            throw ServiceException.Dialog("The send-to email is empty. Specify email either for the customer or for the invoice in email preview.");
        }
    }
}
