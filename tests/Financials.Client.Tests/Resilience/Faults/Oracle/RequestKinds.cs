namespace Financials.Client.Tests.Resilience.Faults;

internal static class RequestKinds
{
    /// <summary>The HTTP method of such a request.</summary>
    public static string Method(this RequestKind kind) => kind switch
    {
        RequestKind.Read => "GET",
        RequestKind.Update => "PATCH",
        RequestKind.Delete => "DELETE",
        _ => "POST",
    };
}
