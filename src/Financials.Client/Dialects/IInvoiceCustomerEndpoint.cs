namespace Financials.Client.Dialects;

/// <summary>The customer behind an invoice's navigation.</summary>
internal interface IInvoiceCustomerEndpoint
{
    /// <returns>The customer, or null where the service answers without it.</returns>
    Task<Customer?> CreateAsync(Customer customer, CancellationToken cancellationToken);

    Task<Customer> GetAsync(CancellationToken cancellationToken);

    Task<Customer> UpdateAsync(Customer customer, bool overwrite, CancellationToken cancellationToken);

    Task DeleteAsync(string etag, CancellationToken cancellationToken);
}
