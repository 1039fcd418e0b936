// Outside of any namespace, so that it ends the engine after the last test of the assembly.
using Financials.Client.Ledger.Sql.Tests.Engines;

[SetUpFixture]
internal sealed class EngineSetUp
{
    [OneTimeTearDown]
    public Task EndAsync() => PostgresEngine.StopAsync();
}
