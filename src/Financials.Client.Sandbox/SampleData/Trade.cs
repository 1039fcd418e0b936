using System.Globalization;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;
using Financials.Client.Sandbox.Rules.Posting;

namespace Financials.Client.Sandbox.SampleData;

/// <summary>Customers with invoices and payments. Names, addresses and numbers are made up.</summary>
internal static class Trade
{
    private static readonly (string Name, string Street, string City, string State, string Country, string PostalCode, string Phone, string Domain)[] Customers =
    [
        ("Adatum Corporation", "192 Market Square", "Atlanta", "GA", "US", "31772", "+1 404 555 0101", "adatum.example"),
        ("Alpine Ski House", "24 Summit Drive\r\nBuilding C", "Denver", "CO", "US", "80202", "+1 303 555 0102", "alpineskihouse.example"),
        ("Blue Yonder Airlines", "5 Runway Road", "Chicago", "IL", "US", "60666", "+1 312 555 0103", "blueyonder.example"),
        ("City Power & Light", "700 Grid Street", "Miami", "FL", "US", "33101", "+1 305 555 0104", "citypower.example"),
        ("Fourth Coffee", "14 Bean Lane", "Seattle", "WA", "US", "98101", "+1 206 555 0105", "fourthcoffee.example"),
        ("Graphic Design Institute", "3 Serif Avenue", "Portland", "OR", "US", "97201", "+1 503 555 0106", "graphicdesign.example"),
        ("Lucerne Publishing", "Pfistergasse 17", "Luzern", "", "CH", "6003", "+41 41 555 01 07", "lucernepublishing.example"),
        ("O'Brien & Søn Møbler", "Håndværkervej 9", "Aarhus", "", "DK", "8000", "+45 55 50 01 08", "obrien.example"),
        ("Relecloud", "88 Cloud Street", "Austin", "TX", "US", "73301", "+1 512 555 0109", "relecloud.example"),
        ("School of Fine Art", "10 High Tower Green", "Miami", "FL", "US", "37125", "+1 305 555 0110", "fineartschool.example"),
        ("Southridge Video", "2 Reel Court", "Phoenix", "AZ", "US", "85001", "+1 602 555 0111", "southridge.example"),
        ("Trey Research", "153 Thomas Drive", "Chicago", "IL", "US", "61236", "+1 312 555 0112", "treyresearch.example"),
    ];

    private static readonly string[] Terms = ["30D", "10D", "1M(8D)", "COD"];

    public static void AddTo(Store store, CompanyData company, CompanySets sets)
    {
        var journal = company.Journals.FindKey(Companies.DefaultJournalCode)!;
        var payments = sets.PaymentsOf(journal);
        var posting = new InvoicePosting(store, company);
        var sales = company.Accounts.FindKey(GeneralLedger.Sales)!;
        var unpaid = new List<Entity>();
        for (var i = 0; i < Customers.Length; i++)
        {
            var customer = sets.Customers.Create(Customer(i));
            var posted = Invoice(i);
            posting.Post(posted);
            if (i % 2 == 0)
            {
                var paid = Invoice(i + Customers.Length);
                posting.Post(paid);
                Pay(paid);
            }

            if (i % 3 == 0)
            {
                Invoice(i + 5);
                unpaid.Add(posted);
            }

            Entity Invoice(int n)
            {
                var invoice = sets.Find("salesInvoices")!.Create(new()
                {
                    ["customerId"] = Wire.Text(customer.Id),
                    ["invoiceDate"] = Wire.Text(store.Today.AddDays(-3 * (n + 1))),
                    ["customerPurchaseOrderReference"] = string.Create(CultureInfo.InvariantCulture, $"PO-{4700 + n}"),
                });
                sets.Behind(EntityTypes.Invoice, invoice, "salesInvoiceLines")!.Create(new()
                {
                    ["accountId"] = Wire.Text(sales.Id), ["description"] = "Services", ["quantity"] = 1m, ["unitPrice"] = 480m + (137.5m * n),
                });
                return invoice;
            }
        }

        new PostingRun(store, company).Post(journal);
        unpaid.ForEach(Pay);

        void Pay(Entity invoice) => payments.Create(new()
        {
            ["appliesToInvoiceId"] = Wire.Text(invoice.Id),
            ["amount"] = -invoice.Values.Decimal("totalAmountIncludingTax"),
            ["comment"] = "Paid by bank transfer",
        });
    }

    private static JsonObject Customer(int i)
    {
        var (name, street, city, state, country, postalCode, phone, domain) = Customers[i];
        return new()
        {
            ["number"] = string.Create(CultureInfo.InvariantCulture, $"{20_000 + (i * 1_000)}"),
            ["displayName"] = name,
            ["type"] = "Company",
            ["address"] = new JsonObject
            {
                ["street"] = street, ["city"] = city, ["state"] = state, ["countryLetterCode"] = country, ["postalCode"] = postalCode,
            },
            ["phoneNumber"] = phone,
            ["email"] = $"accounts@{domain}",
            ["website"] = $"https://{domain}",
            ["taxLiable"] = true,
            ["paymentTerms"] = new JsonObject { ["code"] = Terms[i % Terms.Length] },
            ["paymentMethod"] = new JsonObject { ["code"] = "BANK" },
        };
    }
}
