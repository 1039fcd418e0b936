namespace Financials.Client.Sandbox.Recording;

/// <summary>A request and, as soon as it is known, what became of it.</summary>
internal sealed class RecordedCall(SandboxRequest request)
{
    private volatile SandboxRequest _request = request;

    public SandboxRequest Request => _request;

    public void Met(string fault) => _request = _request with { Fault = fault };

    public void Answered(int status) => _request = _request with { Status = status };

    public void Dropped() => _request = _request with { IsDropped = true };
}
