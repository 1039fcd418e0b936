using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests;

/// <summary>A test over the wire. Whatever else it asserts, each of its requests has to be expected and as the contract says.</summary>
public abstract class WireTest
{
    internal WireService Service { get; } = new(SharedServer.WireMock);

    [TearDown]
    public async Task CheckEveryRequest()
    {
        var problems = await Service.ProblemsAsync();
        await Service.ForgetAsync();
        if (problems.Count > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, problems));
        }
    }
}
