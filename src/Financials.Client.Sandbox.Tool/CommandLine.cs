using System.Globalization;

namespace Financials.Client.Sandbox.Tool;

/// <summary>The arguments of the program.</summary>
internal static class CommandLine
{
    public const string Usage = """
        Runs Dynamics 365 for Financials in memory, on this machine only: the documented surface, and Business Central's API v2.0.

        Usage: financials-sandbox [--port <number>] [--data <file>] [--token <text>] [--empty]

          --port <number>   The port to listen on. Default: any that is free.
          --data <file>     Keeps the data in a file. Default: it ends with the program.
          --token <text>    The bearer token that requests have to carry. Default: one made at random.
          --empty           Begins without customers, invoices and payments.
          --help            Shows this text.
        """;

    /// <param name="args">The arguments.</param>
    /// <param name="options">What they say; null where they ask for help.</param>
    /// <param name="problem">What is wrong with them; null where nothing is.</param>
    /// <returns>Whether they can be understood.</returns>
    public static bool TryParse(IReadOnlyList<string> args, out SandboxOptions? options, out string? problem)
    {
        problem = null;
        if (args.Contains("--help") || args.Contains("-h"))
        {
            options = null;
            return true;
        }

        options = new();
        for (var i = 0; problem is null && i < args.Count; i++)
        {
            var name = args[i];
            if (name is "--port" or "--data" or "--token")
            {
                problem = i + 1 < args.Count && args[i + 1].Length > 0 && !args[i + 1].StartsWith("--", StringComparison.Ordinal)
                    ? Set(options, name, args[++i])
                    : $"{name} needs a value.";
            }
            else if (name == "--empty")
            {
                options.SampleData = false;
            }
            else
            {
                problem = $"There is no argument '{name}'.";
            }
        }

        return problem is null;
    }

    private static string? Set(SandboxOptions options, string name, string value)
    {
        switch (name)
        {
            case "--data":
                options.DataFile = value;
                break;
            case "--token":
                options.Token = value;
                break;
            case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port):
                options.Port = port;
                break;
            default:
                return $"'{value}' is not a port. Give a number from 0 to 65535.";
        }

        try
        {
            options.Validate();
            return null;
        }
        catch (ArgumentException wrong)
        {
            return wrong.Message;
        }
    }
}
