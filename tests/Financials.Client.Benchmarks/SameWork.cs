using System.Text.Json.Nodes;
using Financials.Client.Benchmarks.Raw;

namespace Financials.Client.Benchmarks;

/// <summary>Throws unless both sides did the same, because a ratio between different work says nothing.</summary>
internal static class SameWork
{
    public static void Require(byte[] rawBody, byte[] body)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(rawBody), JsonNode.Parse(body)))
        {
            throw new InvalidOperationException("The two sides send different bodies.");
        }
    }

    public static void Require(RawCustomer raw, Customer customer)
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
            throw new InvalidOperationException($"The two sides read different customers: {plain} and {ours}.");
        }
    }

    public static void Require(List<RawCustomer> raw, IReadOnlyList<Customer> customers)
    {
        if (raw.Count != SampleData.PageSize || customers.Count != SampleData.PageSize)
        {
            throw new InvalidOperationException($"The two sides read pages of {raw.Count} and {customers.Count} customers.");
        }

        foreach (var (plain, customer) in raw.Zip(customers))
        {
            Require(plain, customer);
        }
    }
}
