using Financials.Client.Sandbox.Tests.EndToEnd;

namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>Accounts, ledger entries, dimensions, tax areas and countries, which only Business Central's API v2.0 has.</summary>
[TestFixture]
public sealed class CentralSetTests
{
    private ServiceBench _bench = null!;
    private DimensionClient _department = null!;
    private DimensionValue _sales = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await ServiceBench.StartAsync(ServedAs.BusinessCentral);
        _department = await _bench.Company.Dimensions.GetByCodeAsync("department");
        _sales = await _department.Values.GetByCodeAsync("sales");
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public Task TaxAreas_EveryOperation_DoesWhatItSays() => new SetTour<TaxArea>(
        "TaxAreas",
        _bench.Company.TaxAreas,
        new() { Code = "SEATTLE", DisplayName = "Seattle, WA" },
        area => area with { DisplayName = "Seattle" },
        area => (area.Code, area.DisplayName),
        area => area.Id).TakeAsync();

    [Test]
    public Task CountriesAndRegions_EveryOperation_DoesWhatItSays() => new SetTour<CountryRegion>(
        "CountriesAndRegions",
        _bench.Company.CountriesAndRegions,
        new() { Code = "ZZ", DisplayName = "Nowhere", AddressFormat = CountryAddressFormat.BlankLinePostCodeCity },
        country => country with { AddressFormat = CountryAddressFormat.Custom },
        country => (country.Code, country.DisplayName, country.AddressFormat),
        country => country.Id).TakeAsync();

    [Test]
    public async Task ReferenceData_WhoseResponseIsLost_IsThereOnce()
    {
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/taxAreas").Times(1));
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/countriesRegions").Times(1));
        var area = await _bench.Company.TaxAreas.CreateAsync(new() { Code = "lost" });
        var country = await _bench.Company.CountriesAndRegions.CreateAsync(new() { Code = "zz" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _bench.Company.TaxAreas.Where(a => a.Code == "LOST").ToListAsync(), Is.EqualTo(new[] { area }));
            Assert.That(await _bench.Company.CountriesAndRegions.Where(c => c.Code == "ZZ").ToListAsync(), Is.EqualTo(new[] { country }));
            Assert.That(_bench.Posts("/taxAreas") + _bench.Posts("/countriesRegions"), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Accounts_AndTheEntriesOfAPostedPayment_CanBeRead()
    {
        var checking = await _bench.Company.Accounts.GetByNumberAsync("10100");
        var created = await _bench.Company.PaymentJournals.CreateAsync(new() { Code = "BANK", BalancingAccountId = checking.Id });
        var journal = _bench.Company.PaymentJournals[created.Id!.Value];
        await journal.Payments.CreateAsync(new() { CustomerNumber = "21000", Amount = -12.5m, DocumentNumber = "B-4711", PostingDate = new(2026, 2, 1) });
        await journal.PostAsync();

        var entries = await _bench.Company.GeneralLedgerEntries.Where(e => e.DocumentNumber == "B-4711").OrderBy(e => e.EntryNumber).Expand(e => e.Account).ToListAsync();
        var debit = entries.Single(entry => entry.DebitAmount > 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Sum(entry => entry.DebitAmount - entry.CreditAmount), Is.Zero);
            Assert.That((debit.AccountId, debit.AccountNumber, debit.DebitAmount), Is.EqualTo((checking.Id, "10100", 12.5m)));
            Assert.That((debit.DocumentType, debit.PostingDate), Is.EqualTo((GeneralLedgerDocumentType.Payment, new DateOnly(2026, 2, 1))));
            Assert.That((debit.Account!.Number, debit.Account.NetChange), Is.EqualTo(("10100", checking.NetChange + 12.5m)));
            Assert.That((await _bench.Company.GeneralLedgerEntries.GetAsync(debit.Id!.Value)).EntryNumber, Is.EqualTo(debit.EntryNumber));
            Assert.That((checking.AccountType, checking.Category, checking.DirectPosting), Is.EqualTo((AccountType.Posting, AccountCategory.Assets, true)));
            Assert.That(await _bench.Company.Accounts.CountAsync(a => a.AccountType == AccountType.Heading), Is.EqualTo(1));
            Assert.That(() => _bench.Company.Accounts.GetByNumberAsync("4711"), Throws.InstanceOf<FinancialsNotFoundException>().With.Message.Contains("'10100'"));
        }
    }

    [Test]
    public async Task Dimensions_WithTheirValues_CanBeRead()
    {
        var dimensions = await _bench.Company.Dimensions.OrderBy(d => d.Code).Expand(d => d.Values).ToListAsync();
        var values = await _department.Values.OrderBy(v => v.Code).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(' ', dimensions.Select(d => d.Code)), Is.EqualTo("AREA DEPARTMENT"));
            Assert.That(dimensions[1].Values, Is.EquivalentTo(values));
            Assert.That(string.Join(' ', values.Select(v => v.Code)), Is.EqualTo("ADM PROD SALES"));
            Assert.That(values.Select(v => v.DimensionId), Is.All.EqualTo(_department.Id));
            Assert.That(await _department.Values.GetAsync(_sales.Id!.Value), Is.EqualTo(_sales));
            Assert.That((await _bench.Company.Dimensions.GetAsync(_department.Id)).DisplayName, Is.EqualTo("Department"));
        }
    }

    [Test]
    public async Task DefaultDimensions_OfACustomer_AreOnThePaymentsThatFollow()
    {
        var customer = _bench.Sandbox.Company.Customers.Single(c => c.Number == "21000");
        var defaults = _bench.Company.Customers[customer.Id!.Value].DefaultDimensions;
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/defaultDimensions").Times(1));
        var given = await defaults.CreateAsync(new() { DimensionId = _department.Id, DimensionValueId = _sales.Id, PostingValidation = PostingValidation.SameCode });
        var payment = await _bench.Journal.Payments.CreateAsync(new() { CustomerNumber = "21000", Amount = -1m });
        var lines = _bench.Journal.Payments[payment.Id!.Value].DimensionSetLines;
        var line = (await lines.ToListAsync()).Single();
        var changed = await defaults.UpdateAsync(given with { DimensionValueId = null, PostingValidation = PostingValidation.CodeMandatory });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((given.CustomerId, given.DimensionCode, given.DimensionValueCode), Is.EqualTo((customer.Id, "DEPARTMENT", "SALES")));
            Assert.That(_bench.Posts("/defaultDimensions"), Is.EqualTo(1));
            Assert.That((line.Id, line.Code, line.ValueId, line.ValueCode), Is.EqualTo((_department.Id, "DEPARTMENT", _sales.Id, "SALES")));
            Assert.That(() => lines.CreateAsync(new() { Code = "DEPARTMENT", ValueCode = "PROD" }), Throws.InstanceOf<FinancialsException>().With.Message.Contains("already exists"));
            Assert.That((changed.DimensionValueId, changed.DimensionValueCode, changed.PostingValidation), Is.EqualTo((null as Guid?, null as string, PostingValidation.CodeMandatory)));
            Assert.That(await defaults.GetAsync(given.Id!.Value), Is.EqualTo(changed));
            Assert.That(() => defaults.CreateAsync(new() { DimensionId = _department.Id }), Throws.InstanceOf<FinancialsDuplicateException>());
        }

        await defaults.DeleteAsync(changed);
        Assert.That(await defaults.ToListAsync(), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task DimensionSetLines_OfAPaymentAndOfAnInvoice_AreCreatedOnceChangedAndDeleted(bool ofAPayment)
    {
        DimensionSetLinesClient lines;
        if (ofAPayment)
        {
            var payment = await _bench.Journal.Payments.CreateAsync(new() { CustomerNumber = "21000", Amount = -1m });
            lines = _bench.Journal.Payments[payment.Id!.Value].DimensionSetLines;
        }
        else
        {
            var invoice = await _bench.Company.SalesInvoices.CreateAsync(new() { CustomerNumber = "21000" });
            lines = _bench.Company.SalesInvoices[invoice.Id!.Value].DimensionSetLines;
        }

        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/dimensionSetLines").Times(1));
        var byCode = await lines.CreateAsync(new() { Code = "department", ValueCode = "sales" });
        _bench.Sandbox.Faults.Add(SandboxFault.DropRequest().On("POST", "*/dimensionSetLines").Times(1));
        var area = await _bench.Company.Dimensions.GetByCodeAsync("AREA");
        var byId = await lines.CreateAsync(new() { Id = area.Id, ValueId = (await area.Values.GetByCodeAsync("30")).Id });
        var changed = await lines.UpdateAsync(byCode with { ValueCode = "ADM", ValueId = null });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((byCode.Id, byCode.ValueId, byCode.DisplayName, byCode.ValueDisplayName), Is.EqualTo((_department.Id, _sales.Id, "Department", "Sales")));
            Assert.That((byId.Code, byId.ValueCode), Is.EqualTo(("AREA", "30")));
            Assert.That((changed.ValueCode, changed.ValueDisplayName), Is.EqualTo(("ADM", "Administration")));
            Assert.That(await lines.GetAsync(_department.Id), Is.EqualTo(changed));
            Assert.That(await lines.ToListAsync(), Is.EquivalentTo(new[] { changed, byId }));
            Assert.That(_bench.Posts("/dimensionSetLines"), Is.EqualTo(3), "one, one that did not arrive, and its retry");
        }

        await lines.DeleteAsync(changed);
        await lines.DeleteAsync(area.Id);
        Assert.That(await lines.ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task FinancialDetails_OfACustomer_AreReadAloneAndAlongWithIt()
    {
        var customer = _bench.Sandbox.Company.Customers.First(c => c.Balance > 0);
        var details = await _bench.Company.Customers[customer.Id!.Value].GetFinancialDetailsAsync();
        var expanded = await _bench.Company.Customers.Where(c => c.Id == customer.Id).Expand(c => c.FinancialDetails).FirstOrDefaultAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((details!.Id, details.Number, details.Balance, details.OverdueAmount), Is.EqualTo((customer.Id, customer.Number, customer.Balance, customer.OverdueAmount)));
            Assert.That(details.TotalSalesExcludingTax, Is.EqualTo(customer.TotalSalesExcludingTax));
            Assert.That(expanded!.FinancialDetails, Is.EqualTo(details));
            Assert.That(() => _bench.Company.Customers[Guid.NewGuid()].GetFinancialDetailsAsync(), Throws.InstanceOf<FinancialsNotFoundException>());
        }
    }
}
