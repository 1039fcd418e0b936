namespace Financials.Client.ContractTests.WireMock;

/// <summary>The ways in which WireMock breaks a connection.</summary>
/// <param name="Name">WireMock's name for it.</param>
internal readonly record struct WireFault(string Name)
{
    public static readonly WireFault Reset = new("CONNECTION_RESET_BY_PEER");
    public static readonly WireFault Empty = new("EMPTY_RESPONSE");
    public static readonly WireFault MalformedChunk = new("MALFORMED_RESPONSE_CHUNK");
    public static readonly WireFault Garbage = new("RANDOM_DATA_THEN_CLOSE");
}
