using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Financials.Client;

/// <summary>
/// Sets up a client that <c>AddFinancialsClient</c> has registered. It is an <see cref="IHttpClientBuilder"/> too: handlers that
/// are added to it stand between the client's own, which retry and carry the token, and the connection, and see every attempt.
/// </summary>
public sealed class FinancialsClientBuilder : IHttpClientBuilder
{
    internal FinancialsClientBuilder(string name, IServiceCollection services)
    {
        Name = name;
        Services = services;
    }

    /// <summary>The name of the client's settings and of its handlers.</summary>
    public string Name { get; }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Sets where tokens come from. Default: the container's <see cref="TokenCredential"/>, or else a <c>DefaultAzureCredential</c>.</summary>
    /// <param name="credential">The credential.</param>
    public FinancialsClientBuilder UseCredential(TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return UseCredential(_ => credential);
    }

    /// <summary>Sets where tokens come from. Default: the container's <see cref="TokenCredential"/>, or else a <c>DefaultAzureCredential</c>.</summary>
    /// <param name="credential">Makes the credential, once, when the client is first asked for.</param>
    public FinancialsClientBuilder UseCredential(Func<IServiceProvider, TokenCredential> credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Configure(settings => settings.Credential = credential);
    }

    /// <summary>Sets how calls are retried, limited and given up, after what the configuration says.</summary>
    /// <param name="configure">Changes the options.</param>
    public FinancialsClientBuilder ConfigureResilience(Action<ResilienceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Configure(settings => configure(settings.Resilience));
    }

    private FinancialsClientBuilder Configure(Action<FinancialsSettings> configure)
    {
        Services.Configure(Name, configure);
        return this;
    }
}
