using System.Text.Json.Nodes;
using Financials.Client.Benchmarks.Raw;

namespace Financials.Client.Benchmarks;

/// <summary>Throws unless all contenders do the same, because a ratio between different work says nothing.</summary>
internal static class SameWork
{
    public static async Task RequireAsync()
    {
        using var rawService = new InMemoryService();
        using var restSharpService = new InMemoryService();
        using var service = new InMemoryService();
        using var raw = new RawContender(SampleData.Service, rawService);
        using var restSharp = new RestSharpContender(SampleData.Service, restSharpService);
        using var client = new ClientContender(SampleData.Service, service);

        var created = await client.CreateCustomerAsync();
        Require((await raw.CreateCustomerAsync())!, created);
        Require((await restSharp.CreateCustomerAsync())!, created);
        Require(rawService.Sent, service.Sent);
        Require(restSharpService.Sent, service.Sent);

        var payment = await client.CreatePaymentAsync();
        Require((await raw.CreatePaymentAsync())!, payment);
        Require((await restSharp.CreatePaymentAsync())!, payment);
        Require(rawService.Sent, service.Sent);
        Require(restSharpService.Sent, service.Sent);

        var read = await client.ReadCustomerAsync();
        Require((await raw.ReadCustomerAsync())!, read);
        Require((await restSharp.ReadCustomerAsync())!, read);

        Require((await raw.ReadPageAsync())!.Value!, await client.ReadPageAsync());
        foreach (IContender contender in (IContender[])[raw, restSharp, client])
        {
            var rows = await contender.WalkAsync();
            if (rows != SamplePages.Count * SampleData.PageSize)
            {
                throw new InvalidOperationException($"The walk of {contender.Name} has met {rows} customers.");
            }
        }
    }

    private static void Require(byte[] rawBody, byte[] body)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(rawBody), JsonNode.Parse(body)))
        {
            throw new InvalidOperationException("The contenders send different bodies.");
        }
    }

    private static void Require(RawPayment raw, CustomerPayment payment)
    {
        var plain = (raw.ETag, raw.Id, raw.JournalDisplayName, raw.LineNumber, raw.CustomerNumber, raw.PostingDate,
            raw.DocumentNumber, raw.Amount, raw.Description, raw.LastModifiedDateTime);
        var ours = (payment.ETag, payment.Id, payment.JournalDisplayName, payment.LineNumber, payment.CustomerNumber,
            payment.PostingDate, payment.DocumentNumber, payment.Amount, payment.Description, payment.LastModified);
        if (plain != ours || raw.Id is null)
        {
            throw new InvalidOperationException($"The contenders read different payments: {plain} and {ours}.");
        }
    }

    private static void Require(RawCustomer raw, Customer customer)
    {
        var plain = (raw.ETag, raw.Id, raw.Number, raw.DisplayName, raw.Type, raw.PhoneNumber, raw.Email, raw.Website,
            raw.TaxLiable, raw.TaxAreaId, raw.CurrencyId, raw.CurrencyCode, raw.PaymentTermsId, raw.Blocked, raw.Balance,
            raw.LastModifiedDateTime, raw.Address?.Street, raw.Address?.City, raw.Address?.State, raw.Address?.CountryLetterCode,
            raw.Address?.PostalCode);
        var ours = (customer.ETag, customer.Id, customer.Number, customer.DisplayName, customer.Type?.Value, customer.PhoneNumber,
            customer.Email, customer.Website, customer.TaxLiable, customer.TaxAreaId, customer.CurrencyId, customer.CurrencyCode,
            customer.PaymentTermsId, customer.Blocked?.Value, customer.Balance, customer.LastModified, customer.Address?.Street,
            customer.Address?.City, customer.Address?.State, customer.Address?.CountryCode, customer.Address?.PostalCode);
        if (plain != ours || raw.Id is null)
        {
            throw new InvalidOperationException($"The contenders read different customers: {plain} and {ours}.");
        }
    }

    private static void Require(List<RawCustomer> raw, IReadOnlyList<Customer> customers)
    {
        if (raw.Count != SampleData.PageSize || customers.Count != SampleData.PageSize)
        {
            throw new InvalidOperationException($"The contenders read pages of {raw.Count} and {customers.Count} customers.");
        }

        foreach (var (plain, customer) in raw.Zip(customers))
        {
            Require(plain, customer);
        }
    }
}
