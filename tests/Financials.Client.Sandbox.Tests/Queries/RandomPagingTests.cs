using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.Queries;

/// <summary>Pages of a store that changes between them, in random orders with many equal values.</summary>
public sealed class RandomPagingTests
{
    private static readonly string[] Members = ["number", "displayName", "balance", "taxLiable", "since", "lastModifiedDateTime", "address/city", "id"];

    [Test]
    public void Pages_OfAStoreThatChanges_HoldWhatStaysExactlyOnce()
    {
        using (Assert.EnterMultipleScope())
        {
            for (var seed = 1; seed <= 200; seed++)
            {
                ReadPages(seed);
            }
        }
    }

    private static void ReadPages(int seed)
    {
        var random = new Random(seed);
        var store = Enumerable.Range(0, random.Next(40)).Select(_ => Row(random)).ToList();
        var stays = store.Select(Id).ToHashSet();
        var order = string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Members[random.Next(Members.Length)] + (random.Next(2) == 0 ? " desc" : "")));
        var query = $"?$orderby={order}";
        var seen = new List<Guid>();
        string? token = null;
        do
        {
            var page = Rows.Query(token is null ? query : $"{query}&$skiptoken={token}").Page(store, random.Next(1, 8), Rows.Related);
            seen.AddRange(page.Items.Select(Id));
            token = page.NextSkipToken;
            store.Add(Row(random));
            var gone = store[random.Next(store.Count)];
            stays.Remove(Id(gone));
            store.Remove(gone);
        }
        while (token is not null);

        Assert.That(seen, Is.Unique, $"seed {seed}: {query}");
        Assert.That(stays, Is.SubsetOf(seen), $"seed {seed}: {query}");
    }

    private static Guid Id(JsonObject row) => row["id"]!.GetValue<Guid>();

    private static JsonObject Row(Random random)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return new()
        {
            ["id"] = new Guid(id),
            ["number"] = $"{(random.Next(2) == 0 ? 'C' : 'c')}{random.Next(30)}",
            ["displayName"] = random.Next(3) == 0 ? "" : $"Ærø {random.Next(3)}",
            ["balance"] = random.Next(-2, 3) + 0.50m,
            ["taxLiable"] = random.Next(2) == 0,
            ["since"] = $"2026-01-0{random.Next(1, 4)}",
            ["lastModifiedDateTime"] = $"2026-01-01T0{random.Next(3)}:00:00.0000001Z",
            ["address"] = random.Next(3) == 0 ? null : new JsonObject { ["city"] = random.Next(3) == 0 ? null : $"City {random.Next(2)}" },
        };
    }
}
