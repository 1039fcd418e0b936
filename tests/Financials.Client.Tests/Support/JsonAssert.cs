using System.Text.Json.Nodes;

namespace Financials.Client.Tests.Support;

/// <summary>Compares JSON by members, whatever their order and white space.</summary>
internal static class JsonAssert
{
    /// <summary>Fails with one line for each member that is missing, unexpected or different.</summary>
    public static void AreEqual(string actual, string expected)
    {
        var differences = Differences("$", JsonNode.Parse(actual), JsonNode.Parse(expected)).ToList();
        Assert.That(differences, Is.Empty);
    }

    private static IEnumerable<string> Differences(string path, JsonNode? actual, JsonNode? expected)
    {
        if (actual is JsonObject actualObject && expected is JsonObject expectedObject)
        {
            foreach (var name in actualObject.Select(m => m.Key).Union(expectedObject.Select(m => m.Key)))
            {
                var member = $"{path}.{name}";
                if (!actualObject.ContainsKey(name))
                {
                    yield return $"{member} is missing";
                }
                else if (!expectedObject.ContainsKey(name))
                {
                    yield return $"{member} was not expected";
                }
                else
                {
                    foreach (var difference in Differences(member, actualObject[name], expectedObject[name]))
                    {
                        yield return difference;
                    }
                }
            }
        }
        else if (!JsonNode.DeepEquals(actual, expected))
        {
            yield return $"{path} is {actual?.ToJsonString() ?? "null"}, expected {expected?.ToJsonString() ?? "null"}";
        }
    }
}
