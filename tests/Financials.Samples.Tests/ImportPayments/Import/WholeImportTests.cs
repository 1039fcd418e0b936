using Financials.Client.Sandbox;
using Financials.Samples.Tests.ImportPayments.Support;

namespace Financials.Samples.Tests.ImportPayments.Import;

public sealed class WholeImportTests
{
    private TestImport _import = null!;

    [SetUp]
    public async Task StartAsync() => _import = await TestImport.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _import.DisposeAsync();

    [Test]
    public async Task Import_GoodRows_AreThereWithTheirValues()
    {
        _import.Folder.Write("p.csv", """"
            Posting Date;Customer;Beløb;Document No.;Bank;External document;Description;Comment
            31.01.2026;20000;-1.234,50;D1;any;E-77;Thank you;"says ""now"""
            2026-02-01;21000;-1;D2;;;;
            """");

        var exit = await _import.RunAsync("--culture da-DK --date-format dd.MM.yyyy --map amount=Beløb --concurrency 1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero, _import.Error.ToString());
            Assert.That(_import.Payments.Select(p => (p.CustomerNumber, p.Amount, p.PostingDate, p.DocumentNumber)), Is.EqualTo([
                ("20000", -1234.50m, new DateOnly(2026, 1, 31), "D1"),
                ("21000", -1m, new DateOnly(2026, 2, 1), "D2"),
            ]));
            Assert.That((_import.Payments[0].ExternalDocumentNumber, _import.Payments[0].Description, _import.Payments[0].Comment), Is.EqualTo(("E-77", "Thank you", "says \"now\"")));
            Assert.That(_import.Out.ToString(), Does.StartWith("Not imported are the columns 'Bank'.\nInto the test's journal.\n"));
            Assert.That(_import.Folder.Names, Is.EqualTo(["p.csv", "p.csv.sandbox.ledger"]), "no rejects, no file of them");
        }
    }

    [Test]
    public async Task Import_BadAndRefusedRows_GoToTheRejectsWithReasons()
    {
        _import.Write("20000;-1.00;2026-01-31;D1", ";1.234,5;31.1.2026;D2", "99999;-2.00;2026-01-31;D3", "20000;-3.00;2026-01-31", "20000;-4.00;2026-01-31;D5;\"a;b\"");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(_import.Payments.Select(p => p.DocumentNumber), Is.EqualTo(["D1"]));
            Assert.That(await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]), Is.EqualTo(string.Join("\r\n",
                "customer;amount;date;document;reason",
                ";1.234,5;31.1.2026;D2;\"row 3: customerNumber is missing; amount '1.234,5' is not a number such as 1,234.50 (invariant); say whose numbers they are with --culture; " +
                    "postingDate '31.1.2026' is not a date such as 2026-01-31; name its form with --date-format\"",
                "20000;-3.00;2026-01-31;;\"row 5: the row has 3 values where the header has 4; is a value with a separator not in quotes?\"",
                "20000;-4.00;2026-01-31;D5;\"row 6: the row has 5 values where the header has 4; is a value with a separator not in quotes?\";\"a;b\"",
                "99999;-2.00;2026-01-31;D3;\"row 4: refused by the service: The \"\"customerNumber\"\" does not match to a Customer.\"",
                "")));
            Assert.That(Summary(), Does.Contain("""
                Rows read        5
                Created          1
                Already there    0
                Rejected         4
                  2 wrong number of values
                  1 amount is not a number
                  1 customerNumber is missing
                  1 posting date is not a date
                  1 refused by the service: The "customerNumber" does not match to a Customer.
                Total amount     -1.00
                """.ReplaceLineEndings("\n")));
        }
    }

    [Test]
    public async Task Import_DoneAndRunAgain_SendsNothingAndSaysSo()
    {
        _import.Write("20000;-1.00;2026-01-31;D1", "20000;-1.00;2026-01-31;D2", "21000;-2.50;2026-01-31;D3");
        await _import.RunAsync();
        _import.Sandbox.ClearRequests();

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero);
            Assert.That(_import.Sandbox.Requests, Is.Empty);
            Assert.That(_import.Payments, Has.Count.EqualTo(3), "two equal rows are two payments");
            Assert.That(Summary(), Does.Contain("Already there    3\nRejected         0\nTotal amount     -4.50\n"));
            Assert.That(Summary(), Does.EndWith("All of it was imported before: nothing was sent.\n"));
        }
    }

    [Test]
    public async Task Import_RejectsCorrectedInPlace_AreImportedByTheNextRun()
    {
        _import.Write("20000;-1.00;2026-01-31;D1", "99999;-2.00;2026-01-31;D2", "20000;3,0;2026-01-31;D3");
        await _import.RunAsync();
        _import.Write("20000;-1.00;2026-01-31;D1", "21000;-2.00;2026-01-31;D2", "20000;-3.00;2026-01-31;D3");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero);
            Assert.That(_import.Payments.Select(p => p.DocumentNumber).Order(), Is.EqualTo(["D1", "D2", "D3"]));
            Assert.That(_import.Folder.Names, Has.None.EqualTo("p.csv.rejects.csv"), "the rejects of the run before are gone");
        }
    }

    /// <summary>The service would take the number of the line before, and one number could not tell two posted payments apart.</summary>
    [Test]
    public async Task Import_RowWithoutADocumentNumber_IsRejected()
    {
        _import.Write("20000;-1.00;2026-01-31;D1", "20000;-2.00;2026-01-31;");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(_import.Payments.Select(p => p.DocumentNumber), Is.EqualTo(["D1"]));
            Assert.That(await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]), Does.Contain("row 3: documentNumber is missing"));
        }
    }

    /// <summary>It said that all of it had been imported before.</summary>
    [TestCase("The file has no rows below its header: nothing was imported.")]
    [TestCase("Nothing was imported.", "20000;x;2026-01-31;D1")]
    [TestCase("Nothing was imported.", "99999;-1;2026-01-31;D1")]
    public async Task Import_WithoutAnyPayment_SaysThatNothingWasImported(string said, params string[] rows)
    {
        _import.Write(rows);

        await _import.RunAsync();

        Assert.That(Summary(), Does.EndWith($"\n{said}\n").And.Not.Contains("imported before"));
    }

    [Test]
    public async Task Import_DoneButForRejectedRows_SaysWhatWasImportedBefore()
    {
        _import.Write("20000;-1.00;2026-01-31;D1", "20000;x;2026-01-31;D2");
        await _import.RunAsync();

        var exit = await _import.RunAsync();

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(Summary(), Does.EndWith("What can be imported of it was imported before: nothing was sent.\n"));
    }

    [Test]
    public async Task Import_DoneButForRefusedRows_SaysThatNothingIsNew()
    {
        _import.Write("20000;-1.00;2026-01-31;D1", "99999;-1;2026-01-31;D2");
        await _import.RunAsync();

        await _import.RunAsync();

        Assert.That(Summary(), Does.EndWith("Nothing new was imported.\n"));
    }

    /// <summary>It ended with all payments created, and no word of what had gone wrong on the way.</summary>
    [Test]
    public async Task Import_OverFaults_NamesWhatItSurvived()
    {
        _import.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(2));
        _import.Sandbox.Faults.Add(SandboxFault.Unavailable(RetryAfterForm.None).On("POST", "*/customerPayments").Times(1));
        _import.Write("20000;-1.00;2026-01-31;D1", "20000;-1.00;2026-01-31;D2", "20000;-1.00;2026-01-31;D3");

        var exit = await _import.RunAsync("--concurrency 1");

        Assert.That(exit, Is.Zero);
        Assert.That(Summary(), Does.Contain("Survived         1 retry, 3 payments created although a response was lost\n"));
    }

    [Test]
    public async Task Import_ManyPaymentsInARequest_NamesWhatItSurvivedAndWhatIsRefused()
    {
        _import.MaxBatchSize = 100;
        _import.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/$batch").Times(1));
        _import.Write([.. Enumerable.Range(1, 50).Select(i => $"{(i == 44 ? 99999 : 20000)};-1.00;2026-01-31;D{i}")]);

        var exit = await _import.RunAsync();

        Assert.That(exit, Is.Not.Zero);
        Assert.That(Summary(), Does.Contain("Created          49\n").And.Contain("Rejected         1").And.Contain("20 payments created although a response was lost\n"));
    }

    [Test]
    public async Task Import_SameDocumentNumberTwice_RejectsTheSecond()
    {
        _import.Write("20000;-1;2026-01-31;D1", "20000;-2;2026-01-31;d1");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(_import.Payments.Select(p => p.Amount), Is.EqualTo([-1m]));
            Assert.That(await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]), Does.Contain("row 3: documentNumber 'd1' is that of row 2 too"));
        }
    }

    [Test]
    public async Task Import_TextWithALostCharacter_IsRejected()
    {
        _import.Write("20000;-1;2026-01-31;D\ufffd");

        await _import.RunAsync();

        Assert.That(await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]), Does.Contain("documentNumber has the mark of a character that was lost"));
    }

    [Test]
    public async Task Import_RefusedRowsRunAgain_AreRejectedOnceMoreAndNotTwice()
    {
        _import.Write("99999;-2.00;2026-01-31;D2");
        await _import.RunAsync();
        var rejects = await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]);

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]), Is.EqualTo(rejects));
            Assert.That(rejects.Split("\r\n"), Has.Length.EqualTo(3));
        }
    }

    [Test]
    public async Task Import_RejectsFileCorrectedAndImported_HasOneReasonColumn()
    {
        _import.Folder.Write("p.csv", "customer,amount,date,document,Reason\n20000,-1.00,2026-01-31,D1,row 7: corrected\n20000,x,2026-01-31,D2,row 8: not yet\n");

        await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_import.Payments, Has.Count.EqualTo(1));
            Assert.That(
                await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]),
                Is.EqualTo("customer,amount,date,document,reason\r\n20000,x,2026-01-31,D2,\"row 3: amount 'x' is not a number such as 1,234.50 (invariant); say whose numbers they are with --culture\"\r\n"));
        }
    }

    [Test]
    public async Task Import_DryRun_ChecksEverythingAndSendsNothing()
    {
        _import.Write("20000;-1.00;2026-01-31;D1", "20000;5;2026-01-31;D2", "20000;x;2026-01-31;D3");

        var exit = await _import.RunAsync("--dry-run");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(_import.Sandbox.Requests, Is.Empty);
            Assert.That(_import.Folder.Names, Is.EqualTo(["p.csv", "p.csv.rejects.csv"]), "no ledger is begun");
            Assert.That(Summary(), Is.EqualTo($"""
                Rows read        3
                Can be imported  2
                Rejected         1
                  1 amount is not a number
                Total amount     4.00
                Rejected rows    {_import.Folder["p.csv.rejects.csv"]}
                Above zero       1; what was received has to be negative to be posted, see --negate
                This was a dry run: nothing was sent.

                """.ReplaceLineEndings("\n")));
        }
    }

    [Test]
    public async Task Import_Negate_ChangesEverySign()
    {
        _import.Write("20000;1.00;2026-01-31;D1", "20000;-2.00;2026-01-31;D2");

        await _import.RunAsync("--negate --concurrency 1");

        Assert.That(_import.Payments.Select(p => p.Amount), Is.EqualTo([-1m, 2m]));
    }

    [Test]
    public async Task Import_SameReferenceTwice_RejectsTheSecond()
    {
        _import.Folder.Write("p.csv", "customer;amount;date;document;reference\n20000;-1;2026-01-31;D1;A\n20000;-2;2026-01-31;D2;A\n20000;-3;2026-01-31;D3;\n");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(_import.Payments.Select(p => p.Amount), Is.EqualTo([-1m]));
            Assert.That(await File.ReadAllTextAsync(_import.Folder["p.csv.rejects.csv"]), Is.EqualTo(
                "customer;amount;date;document;reference;reason\r\n" +
                "20000;-2;2026-01-31;D2;A;row 3: reference 'A' is that of row 2 too\r\n" +
                "20000;-3;2026-01-31;D3;;row 4: reference is missing\r\n"));
        }
    }

    private string Summary() => _import.Out.ToString();
}
