namespace Financials.Client.ContractTests.WireMock.Java;

/// <summary>Where WireMock cannot be started, the failure says what to install.</summary>
public class WireMockServerTests
{
    [Test]
    public async Task StartAsync_WithoutJava_SaysToInstallIt()
    {
        var error = await Assert.ThrowsAsync<FileNotFoundException>(() => WireMockServer.StartAsync(java: "no-such-java"));

        Assert.That(error.Message, Is.EqualTo(
            "The contract tests run against WireMock, which is a Java program, and 'no-such-java' could not be started. " +
            "Install a Java runtime, version 17 or later, and put java on the PATH."));
    }

    [Test]
    public async Task StartAsync_JavaRefusesTheProgram_ShowsWhatItSaid()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => WireMockServer.StartAsync(jar: "no-such.jar"));

        Assert.That(error.Message, Does.StartWith("WireMock ended instead of starting. It needs a Java runtime, version 17 or later. It said:")
            .And.Contain("no-such.jar"));
    }
}
