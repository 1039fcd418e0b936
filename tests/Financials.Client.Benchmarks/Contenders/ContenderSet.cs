namespace Financials.Client.Benchmarks;

/// <summary>The contenders of a case, over the same kind of transport.</summary>
internal sealed record ContenderSet(IContender Raw, IContender RestSharp, IContender Client)
{
    public IReadOnlyList<IContender> All => [Raw, RestSharp, Client];

    /// <param name="service">The service to talk to.</param>
    /// <param name="transport">A transport for each of them; null for sockets.</param>
    public static ContenderSet On(FinancialsService service, Func<HttpMessageHandler>? transport) => new(
        new RawContender(service, transport?.Invoke()),
        new RestSharpContender(service, transport?.Invoke()),
        new ClientContender(service, transport?.Invoke()));
}
