namespace Financials.Client.Tests.DependencyInjection
{
    /// <summary>A handler of an application's that sends a failed request again, twice, whatever it is.</summary>
    internal class RepeatingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var repeats = 0; ; repeats++)
            {
                try
                {
                    var response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode || repeats == 2)
                    {
                        return response;
                    }

                    response.Dispose();
                }
                catch (HttpRequestException) when (repeats < 2)
                {
                    // Sent again below.
                }
            }
        }
    }
}

namespace Microsoft.Extensions.Http.Resilience
{
    /// <summary>Stands in for the handler of that name in the package Microsoft.Extensions.Http.Resilience.</summary>
    internal sealed class ResilienceHandler : Financials.Client.Tests.DependencyInjection.RepeatingHandler;
}
