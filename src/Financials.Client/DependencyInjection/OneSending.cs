namespace Financials.Client.DependencyInjection;

/// <summary>
/// The permission to send an attempt once. It goes with the flow of control rather than with the request, so that a handler that
/// makes copies of the request makes no copies of the permission.
/// </summary>
internal sealed class OneSending
{
    private static readonly AsyncLocal<OneSending?> Current = new();

    private int _isUsed;

    /// <summary>Permits one sending to what the calling method goes on to call.</summary>
    public static void Permit() => Current.Value = new();

    /// <returns>False where the attempt has been sent already.</returns>
    public static bool Use() => Current.Value is not { } permission || Interlocked.Exchange(ref permission._isUsed, 1) == 0;
}
