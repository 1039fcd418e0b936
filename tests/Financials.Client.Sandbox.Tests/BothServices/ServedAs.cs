namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>The service that a client talks to.</summary>
public enum ServedAs
{
    Documented,
    BusinessCentral,
}
