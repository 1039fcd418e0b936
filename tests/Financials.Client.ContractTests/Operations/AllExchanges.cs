using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations.BusinessCentral;
using Financials.Client.ContractTests.Operations.Documented;

namespace Financials.Client.ContractTests.Operations;

/// <summary>Every exchange with every surface.</summary>
internal static class AllExchanges
{
    public static IReadOnlyList<Exchange> List { get; } =
    [
        .. DocumentedExchanges.All.Select(exchange => exchange.With(Surface.Documented)),
        .. BusinessCentralExchanges.All.Select(exchange => exchange.With(Surface.BusinessCentral)),
    ];

    /// <param name="file">The exchange, the folder of its surface included.</param>
    public static Exchange Of(string file) => List.Single(exchange => exchange.File == file);

    /// <summary>The exchanges with a surface.</summary>
    public static IEnumerable<Exchange> With(Surface surface) => List.Where(exchange => exchange.Surface == surface);

    /// <summary>The first page, or the first after a continuation token.</summary>
    public static async Task<IReadOnlyList<Customer>> PageAsync(CustomersClient customers, string? continuationToken = null)
    {
        await foreach (var page in customers.AsPages(continuationToken, pageSizeHint: 1))
        {
            return page.Items;
        }

        return [];
    }
}
