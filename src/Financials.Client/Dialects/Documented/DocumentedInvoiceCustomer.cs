using Financials.Client.Errors;
using Financials.Client.Generated.Documented.Companies.Item.SalesInvoices.Item.Customer;
using Microsoft.Kiota.Abstractions;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The customer behind an invoice's navigation on the documented surface.</summary>
internal sealed class DocumentedInvoiceCustomer(WireCalls calls, CustomerRequestBuilder customerOfInvoice) : IInvoiceCustomerEndpoint
{
    public async Task<Customer?> CreateAsync(Customer customer, CancellationToken cancellationToken)
    {
        var wire = await calls.SendAsync<Wire.Customer>(
            customerOfInvoice.ToPostRequestInformation(CustomerMapping.Instance.ToWire(customer)),
            cancellationToken,
            instead: "Use company.SalesInvoices[invoiceId].CreateAndAssignCustomerAsync(customer) instead, which is several calls.").ConfigureAwait(false);
        return wire is null ? null : CustomerMapping.Instance.ToModel(wire);
    }

    public Task<Customer> GetAsync(CancellationToken cancellationToken) =>
        ReadAsync(customerOfInvoice.ToGetRequestInformation(), cancellationToken);

    public async Task<Customer> UpdateAsync(Customer customer, bool overwrite, CancellationToken cancellationToken)
    {
        if (CustomerMapping.Instance.ChangesOf(customer) is not { } changes)
        {
            return customer;
        }

        var request = customerOfInvoice.ToPatchRequestInformation(changes);
        request.Headers.Add("If-Match", overwrite ? "*" : customer.ETag!);
        return await calls.SendAsync<Wire.Customer>(request, cancellationToken).ConfigureAwait(false) is { } wire
            ? CustomerMapping.Instance.ToModel(wire)
            : throw ServiceErrors.ChangedUnseen<Customer>();
    }

    public Task DeleteAsync(string etag, CancellationToken cancellationToken)
    {
        var request = customerOfInvoice.ToDeleteRequestInformation();
        request.Headers.Add("If-Match", etag);
        return calls.SendNoContentAsync(request, cancellationToken);
    }

    private async Task<Customer> ReadAsync(RequestInformation request, CancellationToken cancellationToken) =>
        await calls.SendAsync<Wire.Customer>(request, cancellationToken).ConfigureAwait(false) is { } wire
            ? CustomerMapping.Instance.ToModel(wire)
            : throw ServiceErrors.Missing<Customer>();
}
