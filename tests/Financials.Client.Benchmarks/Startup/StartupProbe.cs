using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Financials.Client.Benchmarks.Startup;

/// <summary>What a fresh process has to do before its first call is done, in that process.</summary>
internal static class StartupProbe
{
    public const string Switch = "--startup";

    /// <param name="name">Whose call it is; any other name for a process that makes none.</param>
    /// <param name="entry">When the program was entered.</param>
    public static async Task<int> RunAsync(string name, long entry)
    {
        using var contender = Make(name);
        if (contender is not null)
        {
            await contender.PostCustomerAsync();
        }

        var milliseconds = Stopwatch.GetElapsedTime(entry).TotalMilliseconds;
        var methods = JitInfo.GetCompiledMethodCount();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {methods}"));
        return 0;
    }

    // A method for each, because one that makes a contender loads what that is made of.
    private static IContender? Make(string name) => name switch
    {
        "raw" => MakeRaw(),
        "RestSharp" => MakeRestSharp(),
        "client" => MakeClient(),
        _ => null,
    };

    private static RawContender MakeRaw() => new(SampleData.Service, new InMemoryService());

    private static RestSharpContender MakeRestSharp() => new(SampleData.Service, new InMemoryService());

    private static ClientContender MakeClient() => new(SampleData.Service, new InMemoryService());
}
