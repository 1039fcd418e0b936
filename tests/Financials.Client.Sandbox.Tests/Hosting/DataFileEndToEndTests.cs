using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.Hosting;

/// <summary>A sandbox that keeps its data in a file.</summary>
[TestFixture]
public sealed class DataFileEndToEndTests
{
    private string _folder = "";

    private string File => Path.Combine(_folder, "sandbox.json");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("sandbox").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Sandbox_StartedAgain_HasTheSameDataAndGoesOn()
    {
        IReadOnlyList<Customer> customers;
        IReadOnlyList<SalesInvoice> invoices;
        IReadOnlyList<CustomerPayment> payments;
        Customer created;
        await using (var bench = await Bench.StartAsync(new() { DataFile = File }))
        {
            created = await bench.Company.Customers.CreateAsync(new Customer { DisplayName = "O'Brien & Søn", Blocked = CustomerBlocked.Ship });
            await bench.Payments.CreateAsync(new CustomerPayment { CustomerId = created.Id, Amount = -1500.1000m });
            bench.Sandbox.Company.AllowsManualNumbers = false;
            var company = bench.Sandbox.Company;
            (customers, invoices, payments) = (company.Customers, company.SalesInvoices, company.AllPayments);
        }

        await using var again = await Bench.StartAsync(new() { DataFile = File });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Sandbox.Company.Customers, Is.EqualTo(customers));
            Assert.That(again.Sandbox.Company.SalesInvoices, Is.EqualTo(invoices));
            Assert.That(again.Sandbox.Company.AllPayments, Is.EqualTo(payments));
            Assert.That(again.Sandbox.Company.AllowsManualNumbers, Is.False);
            Assert.That(again.Sandbox.Companies, Has.Count.EqualTo(2));
        }

        var updated = await again.Company.Customers.UpdateAsync(created with { Email = "a@b.example" });
        var next = await again.Company.Customers.CreateAsync(new Customer { DisplayName = "Next" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(updated.ETag, Is.Not.EqualTo(created.ETag));
            Assert.That((created.Number, next.Number), Is.EqualTo(("C00010", "C00020")));
            Assert.That(again.Sandbox.Company.Customers.Select(customer => customer.Id), Is.Unique);
        }
    }

    [Test]
    public async Task Sandbox_StartedAgain_DoesNotGiveAPaymentTheIdOfOneInAnotherJournal()
    {
        await using (await Bench.StartAsync(new() { DataFile = File }))
        {
        }

        await using var again = await Bench.StartAsync(new() { DataFile = File });
        var journal = await again.Company.PaymentJournals.CreateAsync(new PaymentJournal { Code = "OTHER" });
        for (var i = 0; i < 200; i++)
        {
            await again.Company.PaymentJournals[journal.Id!.Value].Payments.CreateAsync(new CustomerPayment { Amount = -1m });
        }

        Assert.That(again.Sandbox.Requests.Where(request => request.Status != 201 && request.Method == "POST"), Is.Empty);
    }

    [TestCase("""{"format":"financials-sandbox/2","version":3,"companies":[{"values""")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"format":"another","version":1,"companies":[]}""")]
    [TestCase("""{"format":"financials-sandbox/2","version":1,"companies":[{}]}""")]
    [TestCase("""{"format":"financials-sandbox/2","version":1,"companies":[null]}""")]
    [TestCase("""{"format":"financials-sandbox/2","version":1,"companies":[]}""")]
    public async Task File_ThatIsDamaged_IsNamedAndLeftAlone(string content)
    {
        await System.IO.File.WriteAllTextAsync(File, content);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => FinancialsSandbox.StartAsync(new() { DataFile = File }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Message, Does.Contain(File).And.Contain("is not a whole data file of the sandbox"));
            Assert.That(await System.IO.File.ReadAllTextAsync(File), Is.EqualTo(content));
        }
    }

    [Test]
    public async Task File_OfARunningSandbox_IsNotGivenToAnother()
    {
        await using var first = await FinancialsSandbox.StartAsync(new() { DataFile = File });
        var error = await Assert.ThrowsAsync<IOException>(() => FinancialsSandbox.StartAsync(new() { DataFile = File }));
        Assert.That(error!.Message, Does.Contain("Is another sandbox using it?"));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Data_ThatCanNoLongerBeSaved_MakesWritesFail(CancellationToken guard)
    {
        // In the place where the draft of the file is written.
        Directory.CreateDirectory(File + ".new");
        var bench = await Bench.StartAsync(new() { DataFile = File });
        RawAnswer answer;
        do
        {
            guard.ThrowIfCancellationRequested();
            answer = await bench.SendAsync("POST /customers", """{"displayName":"A"}""");
        }
        while (answer.Status == 201);

        Assert.That(answer.Refusal, Does.StartWith("500 Internal_ServerError").And.Contain("The sandbox's data can no longer be saved."));
        Assert.That(async () => await bench.DisposeAsync(), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        Directory.Delete(File + ".new");
        await using var again = await FinancialsSandbox.StartAsync(new() { DataFile = File }, guard);
        Assert.That(again.Companies, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Sandbox_DisposedTwice_IsDisposed()
    {
        var sandbox = await FinancialsSandbox.StartAsync(new() { DataFile = File });
        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();
    }
}
