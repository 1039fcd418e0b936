using Financials.Client;

namespace Financials.Sandbox.Tests.Storage;

/// <summary>A sandbox on a data file goes on where the one before it stopped.</summary>
public sealed class PersistenceTests
{
    private DirectoryInfo _folder = null!;

    private string FilePath => Path.Combine(_folder.FullName, "data.json");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("sandbox-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Sandbox_StartedAgain_HasTheSameDataInItsVersions()
    {
        Customer customer;
        List<object> before;
        await using (var sandbox = await StartAsync())
        {
            using var client = sandbox.CreateClient();
            var company = client.Companies[sandbox.Company.Id];
            var journal = await company.PaymentJournals.CreateAsync(new PaymentJournal { Code = "BANK", DisplayName = "Bank" });
            customer = await company.Customers.CreateAsync(new Customer { DisplayName = "Rødgrød \"&\" Søn", Address = Street("1 \"A\"\r\n2") });
            await company.PaymentJournals[journal.Id!.Value].Payments.CreateAsync(new CustomerPayment { CustomerNumber = customer.Number, Amount = -0.10m });
            await company.Customers.DeleteAsync(await company.Customers.CreateAsync(new Customer { DisplayName = "Gone" }));
            sandbox.Company.AllowsManualNumbers = false;
            before = Everything(sandbox);
        }

        await using var again = await StartAsync();
        using var next = again.CreateClient();
        var customers = next.Companies[again.Company.Id].Customers;

        Assert.That(Everything(again), Is.EqualTo(before));
        Assert.That(again.Company.AllowsManualNumbers, Is.False);
        var changed = await customers.UpdateAsync(customer with { Email = "ap@example.com" });
        Assert.That(changed.Email, Is.EqualTo("ap@example.com"));
        var created = await customers.CreateAsync(new Customer { DisplayName = "Next" });
        Assert.That(before.OfType<Customer>().Select(other => (other.Id, other.Number)), Has.None.Matches<(Guid? Id, string? Number)>(
            other => other.Id == created.Id || other.Number == created.Number));
    }

    [Test]
    public async Task File_WithoutSampleData_IsThereBeforeTheFirstRequest()
    {
        await using (await StartAsync(sampleData: false))
        {
        }

        await using var again = await StartAsync(sampleData: true);
        Assert.That(again.Company.Customers, Is.Empty);
    }

    [Test]
    public async Task Start_OnATornFile_SaysWhichAndLeavesIt()
    {
        await using (await StartAsync())
        {
        }

        var torn = (await File.ReadAllTextAsync(FilePath))[..^100];
        await File.WriteAllTextAsync(FilePath, torn);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync());
        Assert.That(refused!.Message, Does.StartWith($"'{FilePath}' is not a whole data file of the sandbox:"));
        Assert.That(await File.ReadAllTextAsync(FilePath), Is.EqualTo(torn));
    }

    [TestCase("""{}""", "It has no 'format'.")]
    [TestCase("""{"format":"other","version":1,"companies":[]}""", "Its format is not 'financials-sandbox/1'.")]
    [TestCase("""{"format":"financials-sandbox/1","companies":[]}""", "It has no 'version'.")]
    [TestCase("""{"format":"financials-sandbox/1","version":1,"companies":[{"values":{"colour":"red"}}]}""", "has no 'colour'.")]
    public async Task Start_OnAFileOfSomethingElse_SaysWhatIsWrong(string content, string reason)
    {
        await File.WriteAllTextAsync(FilePath, content);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync());
        Assert.That(refused!.Message, Does.Contain(reason));
    }

    [Test]
    public async Task Start_OnAFileInUse_IsRefused()
    {
        await using var sandbox = await StartAsync();

        var refused = await Assert.ThrowsAsync<IOException>(() => StartAsync());
        Assert.That(refused!.Message, Does.Contain("Is another sandbox using it?"));
    }

    private Task<FinancialsSandbox> StartAsync(bool sampleData = true) =>
        FinancialsSandbox.StartAsync(new SandboxOptions { DataFile = FilePath, SampleData = sampleData });

    private static PostalAddress Street(string street) => new() { Street = street, City = "Ærøskøbing", CountryCode = "DK", PostalCode = "5970" };

    private static List<object> Everything(FinancialsSandbox sandbox) =>
    [
        .. sandbox.Companies.SelectMany(company => (IEnumerable<object>)
            [company.Id, company.DisplayName, .. company.Customers, .. company.Journals, .. company.SalesInvoices, .. company.AllPayments]),
    ];
}
