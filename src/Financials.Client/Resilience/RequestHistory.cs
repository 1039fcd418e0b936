namespace Financials.Client.Resilience;

/// <summary>What has happened to a request so far. It travels with the request, for those who have to judge its end.</summary>
internal sealed class RequestHistory
{
    private static readonly HttpRequestOptionsKey<RequestHistory> Key = new("Financials.Client.History");

    /// <summary>How often the request has been sent, or tried to be sent, once there was a token for it.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether an attempt before the last one may have been executed.</summary>
    public bool MayHaveBeenExecuted { get; set; }

    public static RequestHistory Of(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(Key, out var history))
        {
            history = new();
            request.Options.Set(Key, history);
        }

        return history;
    }
}
