using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.Operations;

/// <summary>The operations beside those that every set has: companies, navigations, references, an invoice's customer and actions.</summary>
internal static class SingleOperations
{
    private const string Company = "/financials/companies/{company}";
    private const string ETag = "W/\"1\"";

    private static readonly Customer Coho = Make.Customer(new() { Number = "10000", DisplayName = "Coho" }, Ids.Customer, ETag);
    private static readonly string CohoJson = Ids.Real("""{"@odata.etag":"W/\"1\"","id":"{customer}","number":"10000","displayName":"Coho"}""");
    private static readonly Company Cronus = Make.Company(Ids.Company, ETag, "1.0", "CRONUS", "Cronus Inc.", "profile");
    private static readonly string CronusJson = Ids.Real(
        """{"@odata.etag":"W/\"1\"","id":"{company}","systemVersion":"1.0","name":"CRONUS","displayName":"Cronus Inc.","businessProfileId":"profile"}""");

    public static IEnumerable<Operation> Operations =>
    [
        new Operation("Companies.ToListAsync()", "GET /financials/companies", async client => await client.Companies.ToListAsync())
            with { Answer = $$"""{"value":[{{CronusJson}}]}""", Result = (Company[])[Cronus] },
        new Operation("Companies.GetAsync(id)", $"GET {Company}", async client => await client.Companies.GetAsync(Ids.Company))
            with { Answer = CronusJson, Result = Cronus },

        Operation.On("Customers.AddReferenceAsync(customer)", $"POST {Company}/customers/$ref", async company => await company.Customers.AddReferenceAsync(new Customer { DisplayName = "Coho" }))
            with { Body = """{"displayName":"Coho"}""", Status = 201, Answer = CohoJson, Result = Coho },
        Operation.Do("Customers.AddReferenceAsync(id)", $"POST {Company}/customers/$ref", company => company.Customers.AddReferenceAsync(Ids.Customer))
            with { Body = Ids.Real("""{"@odata.id":"https://service.example/beta/financials/companies/{company}/customers/{customer}"}""") },

        Operation.On("Customers[id].GetCurrencyAsync()", $"GET {Company}/customers/{{customer}}/currency", async company => await company.Customers[Ids.Customer].GetCurrencyAsync())
            with { Answer = Ids.Real("""{"id":"{currency}","code":"EUR"}"""), Result = new Currency { Id = Ids.Currency, Code = "EUR" } },
        Operation.On("Customers[id].GetPaymentTermAsync()", $"GET {Company}/customers/{{customer}}/paymentTerm", async company => await company.Customers[Ids.Customer].GetPaymentTermAsync())
            with { Answer = Ids.Real("""{"id":"{term}","code":"1M(8D)"}"""), Result = new PaymentTerm { Id = Ids.Term, Code = "1M(8D)" } },
        Operation.On("Customers[id].GetPaymentMethodAsync()", $"GET {Company}/customers/{{customer}}/paymentMethod", async company => await company.Customers[Ids.Customer].GetPaymentMethodAsync())
            with { Answer = Ids.Real("""{"id":"{method}","code":"BANK"}"""), Result = new PaymentMethod { Id = Ids.Method, Code = "BANK" } },
        Operation.On("Customers[id].GetShipmentMethodAsync()", $"GET {Company}/customers/{{customer}}/shipmentMethod", async company => await company.Customers[Ids.Customer].GetShipmentMethodAsync())
            with { Answer = Ids.Real("""{"id":"{shipment}","code":"EXW"}"""), Result = new ShipmentMethod { Id = Ids.Shipment, Code = "EXW" } },

        Operation.On(
            "Customers.Where(…).OrderBy(…).ThenByDescending(…).Take(…).SelectFields(…).Expand(…)",
            $"GET {Company}/customers?$expand=currency&$filter=startswith(displayName,'O''Brien & Søn') and taxLiable eq true&$orderby=displayName,number desc&$select=number,displayName,id&$top=20",
            async company => await company.Customers
                .Where(c => c.DisplayName!.StartsWith("O'Brien & Søn") && c.TaxLiable == true)
                .OrderBy(c => c.DisplayName).ThenByDescending(c => c.Number)
                .Take(20).SelectFields(c => c.Number, c => c.DisplayName).Expand(c => c.Currency)
                .ToListAsync())
            with { Answer = $$"""{"value":[{{CohoJson}}]}""", Result = (Customer[])[Coho] },
        Operation.On(
            "PaymentJournals[journalId].Payments.Where(…).CountAsync()",
            $"GET {Company}/customerPaymentJournals/{{journal}}/customerPayments/$count?$filter=amount lt -0.5 and postingDate ge 2015-12-31",
            async company => await company.PaymentJournals[Ids.Journal].Payments
                .Where(p => p.Amount < -0.5m && p.PostingDate >= new DateOnly(2015, 12, 31)).CountAsync())
            with { Accept = "text/plain", Answer = "\uFEFF3", Result = 3 },

        Operation.On(
            "PaymentJournals[journalId].Payments[paymentId].CreateAsync(payment)",
            $"POST {Company}/customerPaymentsJournals/{{journal}}/customerPayments/{{payment}}",
            async company => await company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].CreateAsync(new CustomerPayment { Amount = -1500m }))
            with { Body = """{"amount":-1500}""", Status = 201, Answer = Ids.Real("""{"id":"{payment}","amount":-1500}"""), Result = new CustomerPayment { Id = Ids.Payment, Amount = -1500m } },
        Operation.On(
            "PaymentJournals[journalId].Payments[paymentId].GetCustomerAsync()",
            $"GET {Company}/customerPaymentJournals/{{journal}}/customerPayments/{{payment}}/customer",
            async company => await company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].GetCustomerAsync())
            with { Answer = CohoJson, Result = Coho },
        Operation.On("CustomerPayments.GetCustomerAsync(id)", $"GET {Company}/customerPayments/{{payment}}/customer", async company => await company.CustomerPayments.GetCustomerAsync(Ids.Payment))
            with { Answer = CohoJson, Result = Coho },

        Operation.On("SalesInvoices[id].Customer.GetAsync()", $"GET {Company}/salesInvoices/{{invoice}}/customer", async company => await company.SalesInvoices[Ids.Invoice].Customer.GetAsync())
            with { Answer = CohoJson, Result = Coho },
        Operation.On("SalesInvoices[id].Customer.CreateAsync(customer)", $"POST {Company}/salesInvoices/{{invoice}}/customer", async company => await company.SalesInvoices[Ids.Invoice].Customer.CreateAsync(new Customer { DisplayName = "Coho" }))
            with { Body = """{"displayName":"Coho"}""", Status = 201, Answer = CohoJson, Result = Coho },
        Operation.On("SalesInvoices[id].Customer.UpdateAsync(changed)", $"PATCH {Company}/salesInvoices/{{invoice}}/customer", async company => await company.SalesInvoices[Ids.Invoice].Customer.UpdateAsync(Coho with { Number = "10001" }))
            with { IfMatch = ETag, Body = """{"number":"10001"}""", Answer = CohoJson, Result = Coho },
        Operation.Do("SalesInvoices[id].Customer.DeleteAsync(customer)", $"DELETE {Company}/salesInvoices/{{invoice}}/customer", company => company.SalesInvoices[Ids.Invoice].Customer.DeleteAsync(Coho))
            with { IfMatch = ETag },
        Operation.Do("SalesInvoices[id].PostAsync()", $"POST {Company}/salesInvoices/{{invoice}}/post", company => company.SalesInvoices[Ids.Invoice].PostAsync()),
        Operation.Do("SalesInvoices[id].SendAsync()", $"POST {Company}/salesInvoices/{{invoice}}/send", company => company.SalesInvoices[Ids.Invoice].SendAsync()),
        Operation.Do("SalesInvoices[id].PostAndSendAsync()", $"POST {Company}/salesInvoices/{{invoice}}/postAndSend", company => company.SalesInvoices[Ids.Invoice].PostAndSendAsync()),
        Operation.Do("SalesInvoices[id].CancelAsync()", $"POST {Company}/salesInvoices/{{invoice}}/cancel", company => company.SalesInvoices[Ids.Invoice].CancelAsync()),
        Operation.Do("SalesInvoices[id].CancelAndSendAsync()", $"POST {Company}/salesInvoices/{{invoice}}/cancelAndSend", company => company.SalesInvoices[Ids.Invoice].CancelAndSendAsync()),
    ];
}
