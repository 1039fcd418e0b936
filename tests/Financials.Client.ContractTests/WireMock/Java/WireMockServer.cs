using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Financials.Client.Tests.Support;

namespace Financials.Client.ContractTests.WireMock.Java;

/// <summary>The WireMock that npm installed, as a process of its own on a free port of the loopback address.</summary>
internal sealed class WireMockServer : IWireServer
{
    /// <summary>A Java that starts on a busy machine takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly PosixSignal[] EndingSignals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly Process _process;
    private readonly PosixSignalRegistration[] _signals;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WireMockAdmin? _admin;

    private WireMockServer(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        // The last resorts where a run is broken off before it disposes the server. A signal does not raise ProcessExit.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
        _signals = [.. EndingSignals.Select(signal => PosixSignalRegistration.Create(signal, _ => Kill()))];
    }

    public Uri Address => _admin!.Server;

    /// <param name="java">The command that starts Java.</param>
    /// <param name="jar">WireMock's program; by default the one that the build of this project installs.</param>
    public static async Task<WireMockServer> StartAsync(string java = "java", string? jar = null)
    {
        // WireMock makes its folders for mappings and files where it is told to, or else where it stands.
        var folder = Directory.CreateDirectory(Path.Combine(TestContext.CurrentContext.WorkDirectory, "wiremock")).FullName;
        string[] arguments =
        [
            "-Xmx256m", "-jar", jar ?? InstalledJar(),
            "--port", "0", "--bind-address", "127.0.0.1", "--disable-banner", "--root-dir", folder,

            // A delayed answer holds a thread, even after its caller has gone.
            "--container-threads", "200", "--jetty-acceptor-threads", "2",
        ];
        var server = new WireMockServer(Start(new(java, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }));
        try
        {
            await server.WaitUntilItAnswersAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Task AddAsync(JsonNode mapping) => _admin!.AddAsync(mapping);

    public Task<IReadOnlyList<JournalEntry>> JournalAsync(string path) => _admin!.JournalAsync(path);

    public Task ForgetAsync(string test, string path) => _admin!.ForgetAsync(test, path);

    public async ValueTask DisposeAsync()
    {
        _admin?.Dispose();
        Kill();
        await _process.WaitForExitAsync();
        Array.ForEach(_signals, signal => signal.Dispose());
        _process.Dispose();
    }

    private static string InstalledJar()
    {
        var folder = Repository.PathOf("tests/Financials.Client.ContractTests/node_modules/wiremock/build");
        return Directory.Exists(folder) && Directory.GetFiles(folder, "*.jar") is [var jar]
            ? jar
            : throw new FileNotFoundException(
                "WireMock is not installed. Building this project installs it with npm: install Node.js 20 or later and build again.");
    }

    private static Process Start(ProcessStartInfo java)
    {
        try
        {
            return Process.Start(java)!;
        }
        catch (Win32Exception missing)
        {
            throw new FileNotFoundException(
                $"The contract tests run against WireMock, which is a Java program, and '{java.FileName}' could not be started. " +
                "Install a Java runtime, version 17 or later, and put java on the PATH.",
                missing);
        }
    }

    private async Task WaitUntilItAnswersAsync()
    {
        var end = _process.WaitForExitAsync();
        if (await Task.WhenAny(_port.Task, end).WaitAsync(Patience) == end)
        {
            throw new InvalidOperationException(
                "WireMock ended instead of starting. It needs a Java runtime, version 17 or later. It said:" +
                $"{Environment.NewLine}{string.Join(Environment.NewLine, _output)}");
        }

        _admin = new(new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", await _port.Task).Uri);
        await _admin.CheckHealthAsync();
    }

    /// <summary>WireMock prints its settings when it is ready, among them <c>port:    43123</c>.</summary>
    private void Read(string? line)
    {
        _output.Enqueue(line ?? "");
        if (line?.Split(':', StringSplitOptions.TrimEntries) is ["port", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var port))
        {
            _port.TrySetResult(port);
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It is gone already.
        }
    }
}
