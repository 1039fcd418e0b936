using ImportPayments.Arguments;
using ImportPayments.Rows;

namespace Financials.Samples.Tests.ImportPayments.Arguments;

public sealed class ArgumentParserTests
{
    private const string Journal = "--company CRONUS --journal BANK";

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
    [TestCase("a.csv --company x", "--company goes with --tenant or --service.")]
    [TestCase("a.csv --scope x", "--scope goes with --service.")]
    [TestCase("a.csv --environment x", "--environment goes with --tenant.")]
    [TestCase("a.csv --tenant a.example " + Journal + " --faults 0.1", "--faults is for the sandbox; it does not go with --tenant or --service.")]
    [TestCase("a.csv --tenant a.example", "Which company? Give its name: --company <name>.")]
    [TestCase("a.csv --tenant a.example --company CRONUS", "Which payment journal? Give its code: --journal <code>.")]
    [TestCase("a.csv --tenant a.example --service graph " + Journal, "Give --tenant or --service, not both.")]
    [TestCase("a.csv --tenant a.example --scope x " + Journal, "--scope goes with --service <address>.")]
    [TestCase("a.csv --tenant a.example --documented " + Journal, "--documented goes with --service graph or --service <address>, not with --tenant.")]
    [TestCase("a.csv --service https://example.com --environment x " + Journal, "--environment goes with --tenant.")]
    [TestCase("a.csv --service graph " + Journal, "Microsoft Graph has the documented surface only: --documented --service graph.")]
    [TestCase("a.csv --documented --service graph --scope x " + Journal, "--scope does not go with --service graph, which has its own.")]
    [TestCase("a.csv --service http://example.com --scope x " + Journal, "--service has to be an https address, not 'http://example.com'.")]
    [TestCase("a.csv --documented --service example " + Journal, "--service has to be an https address or graph, not 'example'.")]
    [TestCase("a.csv --service https://example.com " + Journal, "--service <address> needs --scope <scope>.")]
    [TestCase("a.csv --rejects a.csv", "'a.csv' cannot be two of the import's files at once.")]
    [TestCase("a.csv --rejects x --unknown ./x", "'x' cannot be two of the import's files at once.")]
    [TestCase("a.csv --ledger ./x --data x", "'./x' cannot be two of the import's files at once.")]
    public void Arguments_ThatCannotBe_SayWhatToChange(string commandLine, string message) =>
        Assert.That(() => Parse(commandLine), Throws.TypeOf<UsageException>().With.Message.EqualTo(message));

    [Test]
    public void Arguments_FileAlone_GoIntoTheSandboxWithFilesBesideIt()
    {
        var arguments = Parse("a.csv")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(arguments.Sandbox, Is.EqualTo(new SandboxArguments("a.csv.sandbox.json", 0, 1, IsDocumented: false)));
            Assert.That(arguments.Service, Is.Null);
            Assert.That(arguments.Ledger, Is.EqualTo("a.csv.sandbox.ledger"), "a trial must not be taken for the real import");
            Assert.That((arguments.Rejects, arguments.Unknown), Is.EqualTo(("a.csv.rejects.csv", "a.csv.unknown.csv")));
            Assert.That(arguments.Concurrency, Is.EqualTo(5));
            Assert.That(arguments.Culture.Name, Is.Empty);
        }
    }

    [TestCase("", "production")]
    [TestCase(" --environment sandbox", "sandbox")]
    public void Arguments_Tenant_IsBusinessCentralWithALedgerOfItsOwn(string environment, string expected)
    {
        var arguments = Parse($"a.csv --tenant=contoso.com {Journal}{environment}")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(arguments.Sandbox, Is.Null);
            Assert.That(
                arguments.Service!.Service.BaseAddress, Is.EqualTo(new Uri($"https://api.businesscentral.dynamics.com/v2.0/contoso.com/{expected}/api/v2.0")));
            Assert.That((arguments.Service.Company, arguments.Service.Journal), Is.EqualTo(("CRONUS", "BANK")));
            Assert.That(arguments.Ledger, Is.EqualTo("a.csv.ledger"));
        }
    }

    [Test]
    public void Arguments_Address_TakesItsScope(
        [Values("https://gateway.example/api/v2.0", "http://127.0.0.1:5005/api/v2.0")] string address, [Values("", "--documented")] string surface)
    {
        var service = Parse($"a.csv --service {address} --scope api://x/.default {surface} {Journal}")!.Service!.Service;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.BaseAddress, Is.EqualTo(new Uri(address)));
            Assert.That(service.Scope, Is.EqualTo("api://x/.default"));
        }
    }

    [Test]
    public void Arguments_Graph_IsTheDocumentedSurface() =>
        Assert.That(Parse($"a.csv --documented --service graph {Journal}")!.Service!.Service.BaseAddress.Host, Is.EqualTo("graph.microsoft.com"));

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
