using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>What an update whose answer was lost has stored is in the service's own way, too.</summary>
[CancelAfter(20_000)]
public class ChangeComparisonTests
{
    [Test]
    public async Task Update_AnswerLostAndStoredInUpperCase_IsASuccess(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var customer = await client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);
        server.Script("PATCH", ModelFault.Reset(ModelExecution.Now));

        var updated = await client.Customers().UpdateAsync(customer with { CurrencyCode = "usd" }, cancellationToken: guard);

        Assert.That(updated.CurrencyCode, Is.EqualTo("USD"));
    }

    [Test]
    public async Task Update_AnswerLostAndMemberNotCleared_IsStale(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.Client();
        var customer = await client.Customers().CreateAsync(new() { DisplayName = "Coho", CurrencyCode = "USD" }, guard);
        server.Script("PATCH", ModelFault.Reset(ModelExecution.Never));
        server["customers"].Update(server["customers"].Rows.Single(), new() { ["phoneNumber"] = "" });

        await Assert.ThrowsAsync<FinancialsStaleException>(
            () => client.Customers().UpdateAsync(customer with { CurrencyCode = null }, cancellationToken: guard));
    }
}
