namespace Financials.Client.Sandbox;

/// <summary>A request that the sandbox has received.</summary>
public sealed record SandboxRequest
{
    internal SandboxRequest()
    {
    }

    /// <summary>Which one it is, counted from 1 at the start.</summary>
    public long Number { get; internal init; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset Time { get; internal init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; internal init; } = "";

    /// <summary>The path with the query, decoded, from where the surface's address ends: <c>/companies/…</c>.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The headers by name, in any letter case. Of <c>Authorization</c> only the scheme is kept.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal init; } = new Dictionary<string, string>();

    /// <summary>The body; empty where it had none.</summary>
    public string Body { get; internal init; } = "";

    /// <summary>The status of the response; null while there is none, and where the connection was dropped instead.</summary>
    public int? Status { get; internal init; }

    /// <summary>Whether the connection was closed before or within the answer.</summary>
    public bool IsDropped { get; internal init; }

    /// <summary>The fault that it met; null for none.</summary>
    public string? Fault { get; internal init; }

    /// <summary>The request on one line, such as <c>POST /companies/… 201</c>.</summary>
    public override string ToString() => $"{Method} {Path} {(IsDropped ? "dropped" : Status)}";
}
