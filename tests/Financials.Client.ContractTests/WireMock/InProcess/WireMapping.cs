using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>A mapping in WireMock's format. One with a member that this server does not know is refused, as nothing may be ignored.</summary>
internal sealed class WireMapping
{
    public WireMapping(JsonNode mapping)
    {
        var json = JsonNode.Parse(mapping.ToJsonString())!.AsObject();
        var members = new Members("", json, "name", "metadata", "request", "response", "scenarioName", "requiredScenarioState", "newScenarioState");
        Test = members.Object("metadata", "test").Text("test");
        Scenario = members.Has("scenarioName") || members.Has("requiredScenarioState") || members.Has("newScenarioState")
            ? new(members.Text("scenarioName"), members.Text("requiredScenarioState"), members.Text("newScenarioState"))
            : null;
        Request = new(members);
        Response = new(members, json);
    }

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The test that the mapping is of.</summary>
    public string Test { get; }

    /// <summary>The sequence that the mapping is part of, if any.</summary>
    public WireScenario? Scenario { get; }

    public MappedRequest Request { get; }

    public MappedResponse Response { get; }
}
