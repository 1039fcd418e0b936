using System.Globalization;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>Posts single lines of a journal.</summary>
internal sealed class LinePosting(Store store, CompanyData company, Entity journal)
{
    private readonly GeneralLedger _general = new(store, company);
    private readonly CustomerLedger _customers = new(store, company);
    private readonly HashSet<Entity> _touched = [];
    private readonly Dictionary<string, string> _postedNumbers = new(StringComparer.Ordinal);

    /// <exception cref="ServiceException">The line cannot be posted.</exception>
    public void Check(Entity line)
    {
        var values = line.Values;
        if ((values["customerNumber"] ?? values["accountNumber"])!.GetValue<string>().Length == 0)
        {
            throw MustHaveValue("Account No.", line);
        }

        if (values.Text("documentNumber").Length == 0)
        {
            throw MustHaveValue("Document No.", line);
        }

        if (IsPayment(line) && values.Decimal("amount") > 0m)
        {
            throw ServiceException.Field($"Amount must be negative in {Place(line)}.");
        }

        if (IsPayment(line))
        {
            BlockedCustomer.CheckPayment(company.Customers.Find(values.Id("customerId")), "post");
        }
    }

    /// <exception cref="ServiceException">What the lines of a document move does not add up to nothing.</exception>
    public static void CheckBalance(List<Entity> lines)
    {
        foreach (var document in lines.GroupBy(line => (line.Values.Text("postingDate"), Number: line.Values.Text("documentNumber"))))
        {
            var balance = document.Where(line => line.Values.Id("balancingAccountId") == Guid.Empty).Sum(line => line.Values.Decimal("amount"));
            if (balance != 0m)
            {
                throw ServiceException.Dialog(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Document No. {document.Key.Number} is out of balance by {balance:#,##0.##}. Please check that Posting Date, Document Type, Document No. and Amount are correct for each line."));
            }
        }
    }

    /// <exception cref="ServiceException">The service refuses the line.</exception>
    public void Post(Entity line)
    {
        var (values, amount) = (line.Values, line.Values.Decimal("amount"));
        var number = values.Text("documentNumber");
        var posted = new Posted(IsPayment(line) ? Posted.Payment : " ", Posting(number), values.Text("postingDate"), values.Text("description"))
        {
            ExternalDocumentNumber = values.Text("externalDocumentNumber"),
            SourceId = line.Id,
        };
        if (number == company.DocumentNumbers.Peek() && journal.Values.Text("numberSeries").Length > 0)
        {
            company.DocumentNumbers.Next(_ => false);
        }

        _general.Add(posted, IsPayment(line) ? GeneralLedger.Receivables : values.Text("accountNumber"), amount);
        if (company.Accounts.Find(values.Id("balancingAccountId")) is { } balancing)
        {
            _general.Add(posted, balancing.Values.Text("number"), -amount);
        }

        if (IsPayment(line))
        {
            Pay(line, posted);
        }
    }

    /// <summary>Writes what the customers of the lines owe now.</summary>
    public void ShowBalances()
    {
        foreach (var customer in _touched)
        {
            _customers.ShowBalance(customer);
        }
    }

    /// <summary>The number that a document is posted with: its own, unless the journal has another series for that.</summary>
    private string Posting(string number)
    {
        if (!company.Settings.ReplacesDocumentNumbers || journal.Values.Text("numberSeries").Length == 0)
        {
            return number;
        }

        return _postedNumbers.TryGetValue(number, out var given) ? given : _postedNumbers[number] = company.PostedDocumentNumbers.Next(_ => false);
    }

    private void Pay(Entity line, Posted posted)
    {
        var customer = company.Customers.Get(line.Values.Id("customerId"));
        _touched.Add(customer);
        var payment = _customers.Add(posted, customer, line.Values.Decimal("amount"), posted.PostingDate);
        if (line.Values.Text("appliesToInvoiceNumber") is not { Length: > 0 } number)
        {
            return;
        }

        var invoice = company.Invoices.FindKey(number);
        var entry = invoice is null ? null : company.CustomerEntries.Find(invoice.Values.Id("customerEntryId"));
        if (entry is null || entry.Values.Id("customerId") != customer.Id || !entry.Values["open"]!.GetValue<bool>())
        {
            throw new ServiceException(
                404,
                "Internal_DataNotFoundFilter",
                "There is no Cust. Ledger Entry within the filter.\\\\Filters: " +
                $"Document Type: Invoice, Document No.: {number}, Customer No.: {customer.Values.Text("number")}, Open: Yes");
        }

        InvoicePayment.Settle(store, company, invoice!, _customers.Apply(posted, payment, entry));
    }

    private static bool IsPayment(Entity line) => line.Values.ContainsKey("customerNumber");

    private ServiceException MustHaveValue(string caption, Entity line) =>
        ServiceException.Field($"{caption} must have a value in {Place(line)}. It cannot be zero or empty.");

    private string Place(Entity line) =>
        $"Gen. Journal Line: Journal Template Name={journal.Values.Text(JournalTemplate.Member)}, Journal Batch Name={journal.Values.Text("code")}, Line No.={JournalLines.NumberOf(line)}";
}
