using Financials.Client.Sandbox;
using Financials.Samples.Tests.ImportPayments.Support;
using ImportPayments;
using ImportPayments.Arguments;
using ImportPayments.Import;
using ImportPayments.Service;

namespace Financials.Samples.Tests.ImportPayments.Import;

/// <summary>The program as a user starts it.</summary>
public sealed class ImportCommandTests
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Begin()
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        _folder = new();
    }

    [TearDown]
    public void End() => _folder.Dispose();

    [Test]
    public async Task Command_Help_IsWritten()
    {
        var exit = await RunAsync("--help");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero);
            Assert.That(_out.ToString(), Is.EqualTo(HelpText.Text + "\n"));
        }
    }

    [Test]
    public async Task Command_BadArguments_SayWhyAndWhereTheHelpIs()
    {
        var exit = await RunAsync("--fast");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_out.ToString(), Is.Empty);
            Assert.That(_error.ToString(), Is.EqualTo("There is no option --fast. See --help.\n"));
        }
    }

    [Test]
    public async Task Command_FileThatIsNotThere_SaysSo()
    {
        var exit = await RunAsync(_folder["p.csv"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_error.ToString(), Is.EqualTo($"Could not find file '{_folder["p.csv"]}'.\n"));
            Assert.That(_folder.Names, Is.Empty);
        }
    }

    [Test]
    public async Task Command_QuoteNeverClosed_SendsNothing()
    {
        var path = _folder.Write("p.csv", "customer;amount;date;document\n20000;-1;2026-01-31;D1\n\"20000;-1;2026-01-31;D2\n");

        var exit = await RunAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_error.ToString(), Is.EqualTo("Row 3 opens a quote that is never closed.\n"));
            Assert.That(await File.ReadAllTextAsync(path + ".sandbox.ledger"), Is.Empty);
        }
    }

    [Test]
    public async Task Command_ExampleFile_IsImportedIntoTheSandboxAndFoundThereAgain()
    {
        var path = _folder["payments.csv"];

        var written = await RunAsync("--example", path, "--rows", "30");
        var first = await RunAsync(path, "--faults=0.1", "--seed", "3");
        var second = await RunAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((written, first, second), Is.EqualTo((0, 0, 0)), _error.ToString());
            Assert.That(_out.ToString(), Does.Contain($"Into journal IMPORT of the sandbox, which keeps its data in {path}.sandbox.json.\n"));
            Assert.That(_out.ToString(), Does.Contain("Created          30\n"));
            Assert.That(_out.ToString(), Does.EndWith("All of it was imported before: nothing was sent.\n"));
            Assert.That(await DocumentsInAsync(path), Is.EqualTo(Enumerable.Range(1, 30).Select(i => $"BANK-{i:D6}")));
        }
    }

    [Test]
    public async Task Command_ExampleOverAFile_LeavesTheFile()
    {
        var path = _folder.Write("payments.csv", "mine");

        var exit = await RunAsync("--example", path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_error.ToString(), Is.EqualTo($"The file '{path}' already exists.\n"));
            Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("mine"));
        }
    }

    [Test]
    public async Task Command_SandboxThatLostPayments_GetsThemAgain()
    {
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "5");
        await RunAsync(path);
        await using (var sandbox = await FinancialsSandbox.StartAsync(new() { DataFile = path + ".sandbox.json" }))
        {
            using var client = sandbox.CreateBusinessCentralClient();
            var journal = sandbox.Company.Journals.Single(journal => journal.Code == "IMPORT");
            var payments = client.Companies[sandbox.Company.Id].PaymentJournals[journal.Id!.Value].Payments;
            await payments.DeleteAsync(sandbox.Company.Payments(journal.Id.Value)[1].Id!.Value);
            await payments.DeleteAsync(sandbox.Company.Payments(journal.Id.Value)[3].Id!.Value);
        }

        var exit = await RunAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero, _error.ToString());
            Assert.That(_out.ToString(), Does.Contain("Lost by sandbox  2, not saved when it was killed; sent once more\n"));
            Assert.That(_out.ToString(), Does.Contain("Created          2\nAlready there    3\n"));
            Assert.That(await DocumentsInAsync(path), Is.EqualTo(["BANK-000001", "BANK-000002", "BANK-000003", "BANK-000004", "BANK-000005"]));
        }
    }

    /// <summary>Posting takes the lines away, and what was no longer there was taken for lost.</summary>
    [Test]
    public async Task Command_SandboxWhoseJournalWasPosted_ImportsNothingTwice()
    {
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");
        await RunAsync(path);
        await using (var sandbox = await FinancialsSandbox.StartAsync(new() { DataFile = path + ".sandbox.json" }))
        {
            using var client = sandbox.CreateBusinessCentralClient();
            var journal = await client.Companies[sandbox.Company.Id].PaymentJournals.GetByCodeAsync("IMPORT");
            Assert.That(await journal.PostAsync(), Is.EqualTo(Financials.Client.JournalPosting.Posted));
        }

        var exit = await RunAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero, _error.ToString());
            Assert.That(_out.ToString(), Does.EndWith("All of it was imported before: nothing was sent.\n"));
            Assert.That(await DocumentsInAsync(path), Is.Empty);
        }
    }

    [Test]
    public async Task Command_SandboxDataDeleted_ImportsIntoTheNewOne()
    {
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");
        await RunAsync(path);
        File.Delete(path + ".sandbox.json");

        var exit = await RunAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero, _error.ToString());
            Assert.That(await DocumentsInAsync(path), Is.EqualTo(["BANK-000001", "BANK-000002", "BANK-000003"]));
        }
    }

    [Test]
    public async Task Command_TwoImportsOfOneFile_DoNotRunAtOnce()
    {
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");
        using var ledger = new Financials.Client.FilePaymentLedger(path + ".sandbox.ledger");

        var exit = await RunAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_error.ToString(), Does.Contain(".sandbox.ledger"));
        }
    }

    [Test]
    public async Task Command_RealService_HasALedgerOfItsOwn()
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");
        var before = sandbox.Company.PaymentCount;

        var exit = await RunAgainstAsync(sandbox, sandbox.Token, path, "default");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero, _error.ToString());
            Assert.That(sandbox.Company.PaymentCount, Is.EqualTo(before + 3));
            Assert.That(_out.ToString(), Does.Contain($"Into journal default of 'CRONUS USA, Inc.' at {sandbox.BusinessCentralAddress}.\n"));
            Assert.That(_folder.Names, Is.EqualTo(["payments.csv", "payments.csv.ledger"]));
        }
    }

    [Test]
    public async Task Command_ServiceWithoutTheJournal_SaysSoBeforeAnythingIsSent()
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");

        var exit = await RunAgainstAsync(sandbox, sandbox.Token, path, "BANK");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_error.ToString(), Is.EqualTo("The company has no payment journal 'BANK'. There is only 'DEFAULT'. See --help.\n"));
            Assert.That(sandbox.Requests.Where(request => request.Method == "POST"), Is.Empty);
        }
    }

    [Test]
    public async Task Command_ServiceWithoutTheCompany_NamesThoseThatItHas()
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");

        var exit = await RunAgainstAsync(sandbox, sandbox.Token, path, "DEFAULT", company: "Contoso");

        Assert.That((exit, _error.ToString()), Is.EqualTo((2, "There is no company 'Contoso'. There are 'CRONUS USA, Inc.', 'Fabrikam GmbH'. See --help.\n")));
    }

    [Test]
    public async Task Command_Documented_ImportsByTheOtherSurface()
    {
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");

        var exits = (await RunAsync(path, "--documented"), await RunAsync(path));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exits, Is.EqualTo((0, 0)), _error.ToString());
            Assert.That(_out.ToString(), Does.EndWith("All of it was imported before: nothing was sent.\n"), "it is the same journal");
            Assert.That(await DocumentsInAsync(path), Is.EqualTo(["BANK-000001", "BANK-000002", "BANK-000003"]));
        }
    }

    [Test]
    public async Task Command_ServiceThatRefusesTheToken_CanBeRunAgain()
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        var path = _folder["payments.csv"];
        await RunAsync("--example", path, "--rows", "3");

        var exit = await RunAgainstAsync(sandbox, "stale", path, "default");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(3));
            Assert.That(_error.ToString(), Is.Not.Empty.And.Not.Contains("stale"));
        }
    }

    /// <summary>The document numbers that an import's own sandbox has, in their order.</summary>
    private static async Task<IEnumerable<string?>> DocumentsInAsync(string path)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(new() { DataFile = path + ".sandbox.json" });
        var journal = sandbox.Company.Journals.Single(journal => journal.Code == "IMPORT");
        return sandbox.Company.Payments(journal.Id!.Value).Select(payment => payment.DocumentNumber).Order(StringComparer.Ordinal);
    }

    private async Task<int> RunAgainstAsync(FinancialsSandbox sandbox, string token, string path, string journal, string company = "CRONUS USA, Inc.")
    {
        Environment.SetEnvironmentVariable(RealService.TokenVariable, token);
        try
        {
            return await RunAsync(
                path, "--service", sandbox.BusinessCentralAddress.ToString(), "--scope", FinancialsSandbox.Scope, "--company", company, "--journal", journal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(RealService.TokenVariable, null);
        }
    }

    private async Task<int> RunAsync(params string[] args)
    {
        using var interruption = new Interruption();
        return await new ImportCommand(new(_out, _error, IsTerminal: false), interruption, TimeProvider.System).RunAsync(args);
    }
}
