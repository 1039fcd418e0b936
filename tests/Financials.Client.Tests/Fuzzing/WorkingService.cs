namespace Financials.Client.Tests.Fuzzing;

/// <summary>The service with nothing in between: where entities come from that are to be changed.</summary>
internal sealed class WorkingService : HttpMessageHandler
{
    public static Guid CompanyId { get; } = ServiceBodies.IdOf("companies");

    public static CompanyClient Company() => new FinancialsClient(
        FinancialsService.Graph(),
        new StaticTokenCredential(Canaries.Token),
        new FinancialsClientOptions { Transport = new WorkingService() }).Companies[CompanyId];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(HostileService.Valid(request).ToMessage(request, new Chance(0)));
}
