using Financials.Client.Errors;
using Financials.Client.Generated.Documented;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented surface: the Graph paths, and the models of 2017 and their successors.</summary>
internal sealed class DocumentedDialect(IRequestAdapter adapter) : IServiceDialect
{
    private readonly DocumentedApi _api = new(adapter);

    public async Task<Customer> CreateCustomerAsync(Guid companyId, Customer customer, CancellationToken cancellationToken)
    {
        try
        {
            var created = await _api.Companies[companyId].Customers
                .PostAsync(CustomerMapping.ToWire(customer), cancellationToken: cancellationToken).ConfigureAwait(false);
            return CustomerMapping.ToModel(created ?? throw DocumentedErrors.EmptyAnswer());
        }
        catch (FailedAnswerException answer)
        {
            throw DocumentedErrors.ToPublic(answer);
        }
    }
}
