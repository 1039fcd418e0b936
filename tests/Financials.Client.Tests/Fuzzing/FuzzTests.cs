using System.Globalization;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>
/// Whatever a server, a gateway or a connection does to a response, a call ends in its result or in an exception of this package,
/// and says nothing that it may not say.
/// </summary>
public class FuzzTests
{
    /// <summary>How many cases to run; otherwise as many as take some seconds.</summary>
    public const string CasesVariable = "FUZZ_CASES";

    /// <summary>A single case to run and to tell in full.</summary>
    public const string SeedVariable = "FUZZ_SEED";

    private const int DefaultCases = 10_000;

    [Test]
    public async Task AnyCall_ResponseMangledOnTheWay_EndsInItsResultOrAnErrorOfThisPackage()
    {
        if (Read(SeedVariable) is { } seed)
        {
            var replayed = await FuzzCase.RunAsync(seed);
            await TestContext.Out.WriteLineAsync(replayed.Report);
            Assert.That(replayed.Violations, Is.Empty, replayed.Report);
            return;
        }

        var tally = new FuzzTally();
        var seeds = Seeds(Read(CasesVariable) ?? DefaultCases);
        await Parallel.ForEachAsync(seeds, async (one, _) => tally.Add(await FuzzCase.RunAsync(one)));

        await TestContext.Out.WriteLineAsync(tally.Outcomes());
        Assert.That(tally.Violations(), Is.Null);
    }

    private static IEnumerable<long> Seeds(long count)
    {
        for (var seed = 1L; seed <= count; seed++)
        {
            yield return seed;
        }
    }

    private static long? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? long.Parse(value, CultureInfo.InvariantCulture)
            : null;
}
