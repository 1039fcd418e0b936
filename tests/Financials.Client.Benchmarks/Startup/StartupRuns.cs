using System.Globalization;
using System.Text;

namespace Financials.Client.Benchmarks.Startup;

/// <summary>Starts processes that measure their own first call, the contenders in turns.</summary>
internal static class StartupRuns
{
    private const int Rounds = 9;

    private static readonly string[] Contenders = ["(no call)", "raw", "RestSharp", "client"];

    public static async Task<string> RunAsync()
    {
        var runs = Contenders.ToDictionary(name => name, _ => new List<(double Milliseconds, int Methods)>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var name in Contenders)
            {
                runs[name].Add(await RunAsync(name));
            }
        }

        var (rawTime, rawMethods) = Median(runs["raw"]);
        var text = new StringBuilder();
        foreach (var name in Contenders)
        {
            var (time, methods) = Median(runs[name]);
            text.Append(CultureInfo.InvariantCulture, $"{name,-10} {time,4:0} ms ({time - rawTime:+0;-0;+0} beyond raw), ")
                .AppendLine(CultureInfo.InvariantCulture, $"{methods,5:N0} methods compiled ({methods - rawMethods:+#,0;-#,0;+0})");
        }

        return text.ToString();
    }

    private static async Task<(double Milliseconds, int Methods)> RunAsync(string name)
    {
        var output = await OwnProcess.RunAsync(StartupProbe.Switch, name);
        return output.Split(' ') is [var milliseconds, var methods]
            ? (double.Parse(milliseconds, CultureInfo.InvariantCulture), int.Parse(methods, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The process of {name} said: {output}");
    }

    private static (double Milliseconds, int Methods) Median(List<(double Milliseconds, int Methods)> runs) => (
        runs.Select(run => run.Milliseconds).Order().ElementAt(runs.Count / 2),
        runs.Select(run => run.Methods).Order().ElementAt(runs.Count / 2));
}
