namespace Financials.Client.Benchmarks;

/// <summary>
/// One way to do the same work. Each call makes its requests with a bearer token and reads the whole response into a model.
/// </summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    Task PostCustomerAsync();

    /// <summary>Creates a customer and a payment as a caller does who keeps nothing but the client.</summary>
    Task PostCustomerAndPaymentAsync();

    Task GetCustomerAsync();

    /// <summary>Reads the first page of 1,000 customers.</summary>
    Task GetPageAsync();

    /// <summary>Reads all customers, page after page, and keeps none.</summary>
    /// <param name="onPage">Called after each page.</param>
    /// <returns>How many there were.</returns>
    Task<int> WalkAsync(Action? onPage = null);
}
