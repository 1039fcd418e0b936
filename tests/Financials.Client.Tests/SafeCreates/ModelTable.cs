using System.Globalization;
using System.Text.Json.Nodes;

namespace Financials.Client.Tests.SafeCreates;

/// <summary>One set of records with a unique key. Not thread-safe.</summary>
internal sealed class ModelTable(string keyName)
{
    private static readonly string[] Codes = ["number", "code", "customerNumber", "documentNumber", "appliesToInvoiceNumber", "currencyCode"];

    private readonly List<JsonObject> _rows = [];
    private int _versions;

    public IReadOnlyList<JsonObject> Rows => _rows;

    /// <returns>The record; null where its key is taken.</returns>
    public JsonObject? Insert(JsonObject sent)
    {
        var row = Normal(sent);
        row[keyName] = Key(row);
        if (_rows.Exists(other => other[keyName]!.ToString() == row[keyName]!.ToString()))
        {
            return null;
        }

        row["id"] = Guid.NewGuid().ToString();
        Change(row);
        _rows.Add(row);
        return row;
    }

    public JsonObject? Find(string id) => _rows.Find(row => row["id"]!.ToString() == id);

    public void Update(JsonObject row, JsonObject changes)
    {
        foreach (var (name, value) in Normal(changes))
        {
            row[name] = value?.DeepClone();
        }

        Change(row);
    }

    public void Remove(JsonObject row) => _rows.Remove(row);

    /// <summary>Forgets all but the latest.</summary>
    public void Prune()
    {
        if (_rows.Count > 200)
        {
            _rows.RemoveRange(0, _rows.Count - 100);
        }
    }

    /// <summary>The records that a query asks for.</summary>
    public IEnumerable<JsonObject> Query(IReadOnlyDictionary<string, string> options)
    {
        IEnumerable<JsonObject> rows = _rows;
        if (options.TryGetValue("$filter", out var filter))
        {
            var alternatives = filter.Split(" or ").Select(one => one.Split(" and ").Select(condition => condition.Split(' ', 3)).ToList()).ToList();
            rows = rows.Where(row => alternatives.Exists(conditions => conditions.TrueForAll(condition => Meets(row, condition))));
        }

        if (options.TryGetValue("$orderby", out var order))
        {
            Assert.That(order, Is.EqualTo($"{keyName} desc"));
            rows = rows.OrderByDescending(row => row[keyName]!.GetValue<int>());
        }

        return rows.Take(options.TryGetValue("$top", out var top) ? int.Parse(top, CultureInfo.InvariantCulture) : int.MaxValue);
    }

    private static bool Meets(JsonObject row, string[] condition) => condition switch
    {
        [var name, "eq", ['\'', .. var text, '\'']] => row[name]?.ToString() == text.Replace("''", "'", StringComparison.Ordinal),
        [var name, "eq", var value] => row[name]?.ToString() == value,
        [var name, "gt", var number] => row[name]!.GetValue<int>() > int.Parse(number, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"The model has no {condition[1]}."),
    };

    private void Change(JsonObject row) => row["@odata.etag"] = $"W/\"{++_versions}\"";

    private JsonNode Key(JsonObject row) => keyName == "entryNumber" ? _versions + 1
        : keyName == "lineNumber" ? row[keyName] is { } number && number.GetValue<int>() != 0
            ? number.GetValue<int>()
            : _rows.Select(other => other[keyName]!.GetValue<int>()).DefaultIfEmpty().Max() + 10_000
        : row[keyName] is { } code && code.ToString() != ""
            ? code.ToString()
            : $"AUTO{_versions + 1:D6}";

    /// <summary>What was sent in the way in which the service keeps it.</summary>
    private static JsonObject Normal(JsonObject sent)
    {
        var row = (JsonObject)sent.DeepClone();
        foreach (var name in Codes.Where(name => row[name] is not null))
        {
            row[name] = row[name]!.ToString().Trim().ToUpperInvariant();
        }

        row.Remove("contactId");
        if (row.ContainsKey("amount") && string.IsNullOrEmpty(row["description"]?.ToString()))
        {
            row["description"] = "Accounts Receivable";
        }

        return row;
    }
}
