using Azure.Core;

namespace Financials.Client.Authentication;

/// <summary>What a caller is told when a credential gives no token.</summary>
internal static class TokenFailure
{
    public static FinancialsUnauthorizedException From(Exception failure, TokenCredential credential, FinancialsService service) => new(
        $"No token could be had from {credential.GetType().Name} for the scope {service.Scope}, tenant {service.Tenant ?? "(the credential's own)"}, " +
        $"so nothing was sent. Check the credential's settings. It says: {OneLine(failure.Message)}",
        failure);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
