using Financials.Client.Tests.Support;
using FsCheck.Fluent;

namespace Financials.Client.Tests.Changes;

/// <summary>
/// Customers change at random, before, between and while pages are read, many at one moment, in transactions that end later than they
/// began; and the process that reads them ends at random and begins again from the watermark that it stored.
/// </summary>
public class RandomChangesTests
{
    private const int Walks = 5;
    private const int MostChangesOfAWalk = 30;

    private static readonly double[] MillisecondsBetweenWalks = [0, 3, 1_000, 200_000, 3 * 3_600_000];

    [Test]
    public void ChangesSince_AnyChangesAtAnyTime_LosesNoneAndGivesNoneTwice() =>
        PropertyCheck.Holds(Gen.Choose(0, int.MaxValue), seed => RunAsync(new Random(seed)).GetAwaiter().GetResult());

    private static async Task RunAsync(Random random)
    {
        TimeSpan? overlap = Pick<TimeSpan?>(random, null, TimeSpan.FromSeconds(20), TimeSpan.Zero);
        using var service = new ChangingService { PageSize = Pick(random, 2, 7, 20_000), IsCoarse = random.Next(2) == 0 };
        for (var customers = random.Next(20); customers > 0; customers--)
        {
            ChangeOne(service, random, TimeSpan.Zero);
        }

        var changesLeft = 0;
        service.Arriving = () => ChangeSome(service, random, overlap ?? TimeSpan.FromMinutes(5), ref changesLeft);
        var come = new HashSet<(Guid?, string?)>();
        var known = new Dictionary<Guid, string?>();
        var stored = ChangeWatermark.Beginning.ToString();
        for (var walk = 1; walk <= Walks; walk++)
        {
            var isLast = walk == Walks;
            changesLeft = isLast ? 0 : MostChangesOfAWalk;
            service.Wait(isLast ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(Pick(random, MillisecondsBetweenWalks)));
            await foreach (var page in service.Customers.ChangesSince(ChangeWatermark.Parse(stored), overlap, Pick<int?>(random, null, 1, 3)))
            {
                Assert.That(page.Items, Is.Not.Empty);
                foreach (var customer in page.Items)
                {
                    Assert.That(come.Add((customer.Id, customer.ETag)), $"{customer.Id} {customer.ETag} has come before.");
                    known[customer.Id!.Value] = customer.DisplayName;
                }

                stored = page.Watermark.ToString();
                if (!isLast && random.Next(6) == 0)
                {
                    break;
                }

                service.Wait(TimeSpan.FromMilliseconds(Pick(random, 0, 1, 400, 90_000)));
            }
        }

        Assert.That(known, Is.EquivalentTo(service.Rows.ToDictionary(row => row.Key, row => (string?)$"{row.Value.Version}")));
    }

    private static void ChangeSome(ChangingService service, Random random, TimeSpan longest, ref int left)
    {
        for (var changes = Math.Min(random.Next(4), left); changes > 0; changes--, left--)
        {
            ChangeOne(service, random, random.Next(3) == 0 ? longest * random.NextDouble() : TimeSpan.Zero);
        }
    }

    private static void ChangeOne(ChangingService service, Random random, TimeSpan lasts)
    {
        service.Wait(TimeSpan.FromMilliseconds(Pick(random, 0, 0, 0.4, 1, 2)));
        var free = service.Rows.Keys.Except(service.Locked).ToList();
        service.Change(free.Count == 0 || random.Next(4) == 0 ? null : free[random.Next(free.Count)], lasts);
    }

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
