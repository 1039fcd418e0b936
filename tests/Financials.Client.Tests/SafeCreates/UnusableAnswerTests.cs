using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>Answers that call a create a success without showing the record.</summary>
[CancelAfter(20_000)]
public class UnusableAnswerTests
{
    private static readonly Customer Coho = new() { Number = "c0001", DisplayName = "Coho Winery" };

    [Test]
    public async Task Create_NoContent_IsReadBackByItsKey(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Empty(ModelExecution.Now));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        Assert.That(created.Id.ToString(), Is.EqualTo(server["customers"].Rows.Single()["id"]!.ToString()));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_NoContentAndNotReadableBack_SaysThatItIsCreated(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Empty(ModelExecution.Now)).Script("GET", ModelFault.Forbidden);
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(error.Message, Does.StartWith("The service created or changed the record but did not return it"));
        Assert.That(server.Methods, Is.EqualTo("POST GET"));
    }

    [Test]
    public async Task Create_NoContentAndNoKey_IsUnknown(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Empty(ModelExecution.Now));
        using var client = server.Client();
        var nameless = Coho with { Number = null };

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(nameless, guard));

        Assert.That(error.Entity, Is.EqualTo(nameless));
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_JsonOfSomethingElse_IsNoSuccess(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.OtherJson(ModelExecution.Never));
        using var client = server.Client();

        var created = await client.Customers().CreateAsync(Coho, guard);

        Assert.That(created.Id?.ToString(), Is.EqualTo(server["customers"].Rows.SingleOrDefault()?["id"]!.ToString()).And.Not.Null);
    }

    // A proxy's JSON was returned as a created customer without an id.
    [Test]
    public async Task Create_JsonOfSomethingElseAndNoKey_IsUnknown(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.OtherJson(ModelExecution.Never));
        using var client = server.Client();

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho with { Number = null }, guard));

        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }
}
