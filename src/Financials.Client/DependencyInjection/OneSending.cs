namespace Financials.Client.DependencyInjection;

/// <summary>The permission to send a request once. It travels with the request, also into copies of it.</summary>
internal sealed class OneSending
{
    private static readonly HttpRequestOptionsKey<OneSending> Key = new("Financials.Client.OneSending");

    private int _isUsed;

    public static void Permit(HttpRequestMessage request) => request.Options.Set(Key, new OneSending());

    /// <returns>False where the request has been sent already.</returns>
    public static bool Use(HttpRequestMessage request) =>
        !request.Options.TryGetValue(Key, out var permission) || Interlocked.Exchange(ref permission._isUsed, 1) == 0;
}
