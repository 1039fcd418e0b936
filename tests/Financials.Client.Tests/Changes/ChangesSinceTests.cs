using System.Net;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Changes;

/// <summary>Changes come in their order, all of them, and each state once.</summary>
public class ChangesSinceTests
{
    private static readonly Type[] WithoutTimes = [typeof(SalesInvoiceLinesClient), typeof(DimensionSetLinesClient)];

    /// <summary>Of companies and attachments there are few, payments without a journal no service lists, and others' records name no time.</summary>
    private static readonly Type[] Unsuitable = [typeof(CompaniesClient), typeof(CustomerPaymentsClient), typeof(AttachmentsClient), typeof(ApiEntitySet<>)];

    [Test]
    public void ChangesSince_OfASet_IsThereWhereTheEntitiesSayWhenTheyChanged()
    {
        var sets = typeof(FinancialsClient).Assembly.GetExportedTypes()
            .Where(type => type.BaseType is { IsGenericType: true } && type.BaseType.Name.Contains("EntitySet", StringComparison.Ordinal) && !type.IsAbstract)
            .ToList();
        var having = sets.Where(set => set.GetMethod(nameof(CustomersClient.ChangesSince)) is not null).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(having, Is.EquivalentTo(sets.Except(WithoutTimes).Except(Unsuitable)).And.Count.GreaterThan(13));
            Assert.That(having.Select(set => set.BaseType!.GenericTypeArguments[0].GetProperty(nameof(Customer.LastModified))), Has.None.Null);
            Assert.That(WithoutTimes.Select(set => set.BaseType!.GenericTypeArguments[0].GetProperty(nameof(Customer.LastModified))), Is.All.Null);
        }
    }

    [Test]
    public async Task ChangesSince_TheBeginning_AsksForEverythingInItsOrder()
    {
        using var service = new ChangingService();
        var (one, two) = (service.Change(), service.Change());
        service.Wait(TimeSpan.FromSeconds(1));
        service.Change(one);

        var pages = await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.Single().Items.Select(customer => customer.Id), Is.EqualTo(new[] { two, one }));
            Assert.That(pages[0].Watermark.NewestChange, Is.EqualTo(pages[0].Items[1].LastModified));
            Assert.That(service.Requests.Single().Target.Query, Does.Not.Contain("filter").And.Not.Contain("top"));
        }
    }

    [Test]
    public async Task ChangesSince_AMoment_AsksFromItToTheTick()
    {
        using var service = new ChangingService();
        await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.At(ManualTime.Start.AddTicks(1_234_567))));
        Assert.That(
            SentQuery.OptionsOf(service.Requests.Single())["$filter"], Is.EqualTo("lastModifiedDateTime ge 2026-03-01T12:00:00.3734567Z"));
    }

    [Test]
    public async Task ChangesSince_NothingChanged_HasNoPage()
    {
        using var service = new ChangingService();
        service.Change();
        var watermark = (await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning))).Single().Watermark;
        Assert.That(await ReadAsync(service.Customers.ChangesSince(watermark)), Is.Empty);
    }

    [TestCase(false, TestName = "ChangesSince_MoreChangedAtOneMomentThanAPageHolds_GivesEachOnce")]
    [TestCase(true, TestName = "ChangesSince_MoreChangedAtOneMomentThanAPageHoldsAndSizesAreIgnored_GivesEachOnce")]
    public async Task ManyAtOneMoment(bool ignoresSizes)
    {
        using var service = new ChangingService { PageSize = 2, IgnoresPageSizes = ignoresSizes };
        var ids = Enumerable.Range(0, 9).Select(_ => service.Change()).ToList();

        var pages = await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning));

        Assert.That(pages.SelectMany(page => page.Items).Select(customer => customer.Id), Is.EquivalentTo(ids));
    }

    [Test]
    public async Task ChangesSince_CustomerChangesWhilePagesAreRead_SkipsNoOther()
    {
        using var service = new ChangingService { PageSize = 2 };
        var ids = Enumerable.Range(0, 6).Select(_ =>
        {
            service.Wait(TimeSpan.FromHours(2));
            return service.Change();
        }).ToList();
        service.Wait(TimeSpan.FromHours(2));
        service.Arriving = () =>
        {
            // Between the first page and the second: a link that counts would leave the third customer out.
            if (service.Requests.Count == 1)
            {
                service.Change(ids[0]);
            }
        };

        var pages = await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning));

        var come = pages.SelectMany(page => page.Items).ToList();
        Assert.That(come.Select(customer => customer.Id), Is.EqualTo(ids.Append(ids[0])));
        Assert.That(come[^1].DisplayName, Is.EqualTo("7"));
    }

    [Test]
    public async Task ChangesSince_CustomerChangedTwiceAtOneMoment_GivesBothStates()
    {
        using var service = new ChangingService();
        var id = service.Change();
        var first = (await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning))).Single();
        service.Change(id);

        var second = (await ReadAsync(service.Customers.ChangesSince(first.Watermark))).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Items[0].LastModified, Is.EqualTo(first.Items[0].LastModified));
            Assert.That(second.Items[0].DisplayName, Is.EqualTo("2"));
        }
    }

    [TestCase(null, 299, ExpectedResult = 1)]
    [TestCase(20, 19, ExpectedResult = 1)]
    [TestCase(20, 30, ExpectedResult = 0)]
    public async Task<int> ChangesSince_TransactionThatEndsLate_GivesWhatItChangedIfTheOverlapIsLonger(int? overlap, int lasts)
    {
        using var service = new ChangingService();
        var time = overlap is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var late = service.Change(lasts: TimeSpan.FromSeconds(lasts));
        service.Wait(TimeSpan.FromSeconds(lasts - 1));
        service.Change();
        var before = (await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning, time))).Single();
        Assert.That(before.Items.Select(customer => customer.Id), Has.None.EqualTo(late));
        service.Wait(TimeSpan.FromSeconds(1));

        var after = await ReadAsync(service.Customers.ChangesSince(before.Watermark, time));

        return after.SelectMany(page => page.Items).Count(customer => customer.Id == late);
    }

    [Test]
    public async Task ChangesSince_TransactionThatEndsWhilePagesAreDealtWith_GivesWhatItChanged()
    {
        using var service = new ChangingService { PageSize = 2 };
        service.Change();
        var late = service.Change(lasts: TimeSpan.FromSeconds(100));
        service.Wait(TimeSpan.FromSeconds(1));
        service.Change();
        service.Change();
        var come = new List<Guid?>();
        var left = 4;
        await foreach (var page in service.Customers.ChangesSince(ChangeWatermark.Beginning))
        {
            come.AddRange(page.Items.Select(customer => customer.Id));
            service.Wait(TimeSpan.FromMinutes(4));
            if (left-- > 0)
            {
                service.Change();
            }
        }

        Assert.That(come, Has.One.EqualTo(late));
        Assert.That(come, Is.Unique);
    }

    [Test]
    public async Task Watermark_OfChangesThatAreLongPast_StaysShort()
    {
        using var service = new ChangingService();
        for (var customers = 1_000; customers > 0; customers--)
        {
            service.Wait(TimeSpan.FromMilliseconds(1));
            service.Change();
        }

        service.Wait(TimeSpan.FromHours(2));
        var watermark = (await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning))).Single().Watermark;

        Assert.That(watermark.ToString(), Has.Length.LessThan(500));
    }

    /// <summary>What is long past is not remembered, so nobody may look back to it once what is not begins.</summary>
    [Test]
    public async Task ChangesSince_ALoadFromLongAgoUpToNow_GivesNothingTwice()
    {
        using var service = new ChangingService { PageSize = 2 };
        var ids = Enumerable.Range(0, 150).Select(_ =>
        {
            service.Wait(TimeSpan.FromMinutes(1));
            return service.Change();
        }).ToList();

        var load = await ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(load.SelectMany(page => page.Items).Select(customer => customer.Id), Is.EqualTo(ids));
            var come = new HashSet<Guid?>();
            foreach (var page in load)
            {
                come.UnionWith(page.Items.Select(customer => customer.Id));
                await foreach (var next in service.Customers.ChangesSince(page.Watermark))
                {
                    Assert.That(next.Items.Select(customer => customer.Id).Where(come.Contains), Is.Empty);
                    break;
                }
            }
        }
    }

    [Test]
    public void ChangesSince_WatermarkOfAnotherSet_IsRefusedBeforeAnythingIsSent()
    {
        using var service = new ChangingService();
        service.Change();
        var watermark = ReadAsync(service.Customers.ChangesSince(ChangeWatermark.Beginning)).Result.Single().Watermark;
        var sent = service.Requests.Count;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => service.Company.SalesInvoices.ChangesSince(watermark), Throws.ArgumentException.With.Message.StartsWith("This watermark is of another set"));
            Assert.That(() => service.Company.Customers.ChangesSince(ChangeWatermark.Parse(watermark.ToString())), Throws.Nothing);
            Assert.That(() => service.Customers.ChangesSince(watermark, TimeSpan.FromSeconds(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(
                () => service.Customers.ChangesSince(watermark, pageSizeHint: 0), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("pageSizeHint"));
            Assert.That(service.Requests, Has.Count.EqualTo(sent));
        }
    }

    [Test]
    public async Task ChangesSince_EntitiesThatNeverChanged_AreThereOnce()
    {
        using var transport = ScriptedTransport.Answering(Ids.Real("""{"value":[{"id":"{customer}","lastModifiedDateTime":"0001-01-01T00:00:00Z"},{"id":"{other}"}]}"""));
        using var client = TestClients.Facade(transport);
        var first = (await ReadAsync(client.Company().Customers.ChangesSince(ChangeWatermark.Beginning))).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Items, Has.Count.EqualTo(2));
            Assert.That(first.Watermark.NewestChange, Is.Null);
            Assert.That(await ReadAsync(client.Company().Customers.ChangesSince(first.Watermark)), Is.Empty);
        }
    }

    [Test]
    public void ChangesSince_ServiceThatNamesOnePageForEver_EndsWithAnError()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Json($$"""{"value":[],"@odata.nextLink":"{{TestClients.BaseAddress}}/companies/x/customers?$skiptoken=1"}"""));
        using var client = TestClients.Facade(transport);
        Assert.That(
            () => ReadAsync(client.Company().Customers.ChangesSince(ChangeWatermark.Beginning)),
            Throws.InstanceOf<FinancialsException>().With.Message.Contains("a second time"));
        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void ChangesSince_ARequestThatFails_SaysSo()
    {
        using var transport = ScriptedTransport.Answering("""{"error":{"code":"Internal_RecordNotFound","message":"No."}}""", HttpStatusCode.NotFound);
        using var client = TestClients.Facade(transport);
        Assert.That(() => ReadAsync(client.Company().Customers.ChangesSince(ChangeWatermark.Beginning)), Throws.InstanceOf<FinancialsNotFoundException>());
    }

    private static async Task<List<ChangePage<TModel>>> ReadAsync<TModel>(IAsyncEnumerable<ChangePage<TModel>> changes)
        where TModel : class
    {
        var pages = new List<ChangePage<TModel>>();
        await foreach (var page in changes)
        {
            pages.Add(page);
        }

        return pages;
    }
}
