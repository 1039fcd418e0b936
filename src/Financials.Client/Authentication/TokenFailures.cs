using System.Globalization;
using Azure.Core;
using Azure.Identity;
using Financials.Client.Errors;

namespace Financials.Client.Authentication;

/// <summary>What a caller is told when a credential gives no token.</summary>
internal static class TokenFailures
{
    public static FinancialsUnauthorizedException Refused(Exception failure, TokenCredential credential, FinancialsService service) => new(
        $"No token could be had from {Name(credential)} for {Asked(service)}, so nothing was sent. " +
        (failure is CredentialUnavailableException
            ? $"Nobody is signed in: run 'az login' or sign in to Visual Studio, or give the program a managed identity or a service principal. It says: {FirstLine(failure)}"
            : $"Check the credential's settings. It says: {SafeText.Sentence(failure.Message) ?? "nothing"}"),
        failure);

    public static FinancialsUnauthorizedException Unusable(TokenCredential credential, FinancialsService service) => new(
        $"{Name(credential)} gave no token for {Asked(service)} but a text that is empty or that no header can hold, so nothing was sent. " +
        "Check the credential's settings, and that the token holds no space and no line break.");

    public static FinancialsTimeoutException TimedOut(TokenCredential credential, FinancialsService service, TimeSpan patience) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(credential)} gave no token for {Asked(service)} within {patience.TotalSeconds:0.###} seconds, so nothing was sent. ") +
        "Check that the credential can reach its authority. The option Resilience.AttemptTimeout sets this time.");

    /// <summary>Azure's default credential has a paragraph to say of each of its sources; all of them are in the inner exception.</summary>
    private static string FirstLine(Exception failure) =>
        SafeText.Sentence(failure.Message.Split('\n', 2)[0]) ?? "nothing";

    private static string Asked(FinancialsService service) =>
        service.Tenant is null ? $"the scope {service.Scope}" : $"the scope {service.Scope} and the tenant {service.Tenant}";

    private static string Name(TokenCredential credential) => credential.GetType().Name;
}
