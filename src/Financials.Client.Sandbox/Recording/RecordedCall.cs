namespace Financials.Client.Sandbox.Recording;

/// <summary>A request and, as soon as it is known, what became of it.</summary>
internal sealed class RecordedCall(SandboxRequest request)
{
    private volatile SandboxRequest _request = request;
    private volatile string? _response;
    private volatile bool _isOld;

    public SandboxRequest Request => _request;

    public void Met(string fault) => _request = _request with { Fault = fault };

    /// <summary>The body of the response; null where there is none yet, or where it has been forgotten.</summary>
    public string? Response => _response;

    public void Answered(int status, string? response)
    {
        _request = _request with { Status = status };
        _response = _isOld ? null : response;
    }

    /// <summary>Forgets the body of the response, or never takes it.</summary>
    public void ForgetResponse()
    {
        _isOld = true;
        _response = null;
    }

    public void Dropped() => _request = _request with { IsDropped = true };
}
