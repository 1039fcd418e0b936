using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>The entries of an invoice or a credit memo.</summary>
internal sealed class DocumentEntries(Store store, CompanyData company)
{
    private readonly GeneralLedger _general = new(store, company);
    private readonly CustomerLedger _customers = new(store, company);

    /// <summary>Adds them.</summary>
    /// <param name="posted">The document.</param>
    /// <param name="document">Its members, with the totals.</param>
    /// <param name="lines">Its lines; without any all of it counts as sales.</param>
    /// <param name="sign">1 for an invoice, -1 for a credit memo.</param>
    /// <returns>The customer's entry.</returns>
    public Entity Add(Posted posted, JsonObject document, IEnumerable<Entity> lines, int sign)
    {
        var (net, tax, total) = (
            sign * document.Decimal("totalAmountExcludingTax"), sign * document.Decimal("totalTaxAmount"), sign * document.Decimal("totalAmountIncludingTax"));
        var sales = lines.Where(line => line.Values.Decimal("netAmount") != 0m)
            .GroupBy(line => line.Values.Text("lineObjectNumber"), line => sign * line.Values.Decimal("netAmount"))
            .Select(account => (Number: account.Key, Amount: account.Sum())).ToList();
        if (sales.Count == 0 && net != 0m)
        {
            sales.Add((GeneralLedger.Sales, net));
        }

        foreach (var (account, amount) in sales.Append((GeneralLedger.SalesTax, tax)).Append((GeneralLedger.Receivables, -total)).Where(entry => entry.Item2 != 0m))
        {
            _general.Add(posted, account, -amount);
        }

        var payer = company.Customers.Get(document.Id("billToCustomerId"));
        return _customers.Add(posted, payer, total, sign > 0 ? document.Text("dueDate") : posted.PostingDate, salesAmount: net);
    }
}
