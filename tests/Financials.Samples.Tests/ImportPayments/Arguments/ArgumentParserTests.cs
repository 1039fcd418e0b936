using ImportPayments.Arguments;
using ImportPayments.Rows;

namespace Financials.Samples.Tests.ImportPayments.Arguments;

public sealed class ArgumentParserTests
{
    private const string Ids = "--company 6a5d9f4e-0f2b-4b3c-9d51-3c1f0a2b7e11 --journal 1b7e0a52-2f4d-4a57-8c5f-7d6e9b3c2a10";

    [TestCase("", "Which file? Give a CSV file, or --example to have one written.")]
    [TestCase("a.csv b.csv", "One file at a time: 'b.csv' is one too many.")]
    [TestCase("a.csv --fast", "There is no option --fast.")]
    [TestCase("a.csv -n", "There is no option -n.")]
    [TestCase("a.csv --culture", "--culture needs a value.")]
    [TestCase("a.csv --dry-run=yes", "--dry-run takes no value.")]
    [TestCase("a.csv --seed 1 --seed=2", "--seed is given twice.")]
    [TestCase("a.csv --culture klingon", "--culture has to be one such as da-DK, not 'klingon'.")]
    [TestCase("a.csv --decimals 9", "--decimals has to be a whole number from 0 to 5, not '9'.")]
    [TestCase("a.csv --concurrency 6", "--concurrency has to be a whole number from 1 to 5, not '6'.")]
    [TestCase("a.csv --concurrency 0", "--concurrency has to be a whole number from 1 to 5, not '0'.")]
    [TestCase("a.csv --concurrency many", "--concurrency has to be a whole number from 1 to 5, not 'many'.")]
    [TestCase("a.csv --faults 5%", "--faults has to be a number from 0 to 1, such as 0.05, not '5%'.")]
    [TestCase("a.csv --faults 1.5", "--faults has to be a number from 0 to 1, such as 0.05, not '1.5'.")]
    [TestCase("a.csv --date-format MM.yyyy", "--date-format has to have day, month and year, such as dd.MM.yyyy, not 'MM.yyyy'.")]
    [TestCase("a.csv --date-format %", "--date-format has to have day, month and year, such as dd.MM.yyyy, not '%'.")]
    [TestCase("a.csv --encoding utf-9", "--encoding has to be one such as utf-8 or windows-1252, not 'utf-9'.")]
    [TestCase("a.csv --map Betrag", "--map has to be <column>=<name in the file>, such as amount=Betrag, not 'Betrag'.")]
    [TestCase("a.csv --map amount=", "--map has to be <column>=<name in the file>, such as amount=Betrag, not 'amount='.")]
    [TestCase("a.csv --map sum=Betrag", "--map knows no column 'sum'. It knows: customerNumber, amount, postingDate, documentNumber, externalDocumentNumber, appliesToInvoiceNumber, description, comment, reference.")]
    [TestCase("a.csv --map amount=a --map amount=b", "--map names amount twice.")]
    [TestCase("a.csv --rows 5", "--rows goes with --example.")]
    [TestCase("a.csv --company x", "--company goes with --service.")]
    [TestCase("a.csv --scope x", "--scope goes with --service.")]
    [TestCase("a.csv --service graph " + Ids + " --faults 0.1", "--faults is for the sandbox; it does not go with --service.")]
    [TestCase("a.csv --service graph --scope x " + Ids, "--scope does not go with --service graph, which has its own.")]
    [TestCase("a.csv --service graph", "--service needs --company <id>.")]
    [TestCase("a.csv --service graph --company 10000", "--company has to be an id such as 00000000-0000-0000-0000-000000000000, not '10000'.")]
    [TestCase("a.csv --service http://example.com --scope x " + Ids, "--service has to be graph or an https address, not 'http://example.com'.")]
    [TestCase("a.csv --service example " + Ids, "--service has to be graph or an https address, not 'example'.")]
    [TestCase("a.csv --service https://example.com " + Ids, "--service <address> needs --scope <scope>.")]
    [TestCase("a.csv --rejects a.csv", "'a.csv' cannot be two of the import's files at once.")]
    [TestCase("a.csv --ledger ./x --data x", "'./x' cannot be two of the import's files at once.")]
    public void Arguments_ThatCannotBe_SayWhatToChange(string commandLine, string message) =>
        Assert.That(() => Parse(commandLine), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));

    [Test]
    public void Arguments_FileAlone_GoIntoTheSandboxWithFilesBesideIt()
    {
        var arguments = Parse("a.csv")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(arguments.Sandbox, Is.EqualTo(new SandboxArguments("a.csv.sandbox.json", 0, 1)));
            Assert.That(arguments.Service, Is.Null);
            Assert.That(arguments.Ledger, Is.EqualTo("a.csv.sandbox.ledger"), "a trial must not be taken for the real import");
            Assert.That(arguments.Rejects, Is.EqualTo("a.csv.rejects.csv"));
            Assert.That(arguments.Concurrency, Is.EqualTo(5));
            Assert.That(arguments.Culture.Name, Is.Empty);
        }
    }

    [Test]
    public void Arguments_Graph_HaveALedgerOfTheirOwn()
    {
        var arguments = Parse($"a.csv --service=graph {Ids}")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(arguments.Sandbox, Is.Null);
            Assert.That(arguments.Service!.Service.BaseAddress.Host, Is.EqualTo("graph.microsoft.com"));
            Assert.That(arguments.Service.CompanyId, Is.EqualTo(Guid.Parse("6a5d9f4e-0f2b-4b3c-9d51-3c1f0a2b7e11")));
            Assert.That(arguments.Service.JournalId, Is.EqualTo(Guid.Parse("1b7e0a52-2f4d-4a57-8c5f-7d6e9b3c2a10")));
            Assert.That(arguments.Ledger, Is.EqualTo("a.csv.ledger"));
        }
    }

    [Test]
    public void Arguments_Address_TakesItsScope([Values("https://gateway.example/financials", "http://127.0.0.1:5005/financials")] string address)
    {
        var service = Parse($"a.csv --service {address} --scope api://x/.default {Ids}")!.Service!.Service;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.BaseAddress, Is.EqualTo(new Uri(address)));
            Assert.That(service.Scope, Is.EqualTo("api://x/.default"));
        }
    }

    [Test]
    public void Arguments_EveryReadingOption_IsTaken()
    {
        var arguments = Parse("a.csv --map amount=Beløb --map=comment=a=b --culture da-DK --decimals 3 --date-format dd.MM.yyyy --encoding windows-1252 --negate --dry-run")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(arguments.Columns, Is.EquivalentTo(new Dictionary<PaymentField, string> { [PaymentField.Amount] = "Beløb", [PaymentField.Comment] = "a=b" }));
            Assert.That(arguments.Culture.Name, Is.EqualTo("da-DK"));
            Assert.That(arguments.Decimals, Is.EqualTo(3));
            Assert.That(arguments.DateFormat, Is.EqualTo("dd.MM.yyyy"));
            Assert.That(arguments.Encoding.WebName, Is.EqualTo("windows-1252"));
            Assert.That(arguments.Negate, Is.True);
            Assert.That(arguments.DryRun, Is.True);
        }
    }

    [TestCase("--help")]
    [TestCase("a.csv --help --dry-run")]
    public void Arguments_Help_AsksForNothingElse(string commandLine) => Assert.That(Parse(commandLine), Is.Null);

    [Test]
    public void Help_EveryOption_IsExplained()
    {
        string[] names = [.. Options.Names.Where(name => name != "--help")];

        Assert.That(names.Where(name => !HelpText.Text.Contains(name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(PaymentColumn.All.Where(column => !HelpText.Text.Contains(column.Name, StringComparison.Ordinal)), Is.Empty);
    }

    private static ImportArguments? Parse(string commandLine) => ArgumentParser.Parse(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
