using Financials.Client.Tests.Support;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Financials.Client.Ledger.Sql.Tests.Dialects;

/// <summary>The scripts that administrators read and run are approved. Those of SQL Server are parsed, because no server runs them here.</summary>
public class ScriptTests
{
    private static IEnumerable<SqlLedgerDialect> Dialects => [SqlLedgerDialect.PostgreSql, SqlLedgerDialect.Sqlite, SqlLedgerDialect.SqlServer];

    [TestCaseSource(nameof(Dialects))]
    public void CreateScript_ComparedWithTheApprovedOne_IsTheSame(SqlLedgerDialect dialect)
    {
        var schema = dialect == SqlLedgerDialect.Sqlite ? null : "payments";
        Approved.Check($"{dialect}.create.sql", SqlPaymentLedger.CreateScript(new() { Dialect = dialect, Schema = schema }));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task SqlServer_EveryStatement_IsApprovedAndParses(CancellationToken guard)
    {
        var statements = await SqlServerStatements.AllAsync(guard);
        Approved.Check("SQL Server.statements.sql", string.Join("\nGO\n", statements) + "\n");

        var parser = new TSql130Parser(initialQuotedIdentifiers: true, SqlEngineType.All);
        foreach (var statement in statements)
        {
            parser.Parse(new StringReader(statement), out var errors);
            Assert.That(errors.Select(error => $"{error.Line}:{error.Column} {error.Message}"), Is.Empty, statement);
        }
    }

    private static class Approved
    {
        public static void Check(string name, string received)
        {
            var folder = Repository.PathOf("tests/Financials.Client.Ledger.Sql.Tests/Dialects");
            var (approvedFile, receivedFile) = (Path.Combine(folder, $"{name}.approved.txt"), Path.Combine(folder, $"{name}.received.txt"));
            if (File.Exists(approvedFile) && File.ReadAllText(approvedFile).ReplaceLineEndings("\n") == received)
            {
                File.Delete(receivedFile);
                return;
            }

            File.WriteAllText(receivedFile, received);
            Assert.Fail($"The statements have changed. If that is what you want, approve them and commit: mv '{receivedFile}' '{approvedFile}'");
        }
    }
}
