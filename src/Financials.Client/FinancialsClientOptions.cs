namespace Financials.Client;

/// <summary>How a <see cref="FinancialsClient"/> works. Read once, when the client is made.</summary>
public sealed class FinancialsClientOptions
{
    /// <summary>
    /// What sends the requests in the end. Default: null, for connections of the client's own that are renewed every five
    /// minutes, so that changes in DNS are seen. One that you give is yours: the client does not dispose it.
    /// </summary>
    public HttpMessageHandler? Transport { get; set; }
}
