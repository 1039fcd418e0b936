using System.Diagnostics;
using PaymentApi;

namespace Financials.Samples.Tests.PaymentApi;

/// <summary>The web application as a program of its own, on a port that is free.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly Task _rest;

    private ApiProcess(Process process, Uri address)
    {
        (_process, _http) = (process, new() { BaseAddress = address });
        _rest = process.StandardOutput.ReadToEndAsync();
    }

    public static async Task<ApiProcess> StartAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var process = SampleProcess.Start("PaymentApi", ["--urls=http://127.0.0.1:0", $"--contentRoot={AppContext.BaseDirectory}", .. arguments]);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is > 0 and var at)
            {
                return new(process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        throw new AssertionException($"It did not start: {string.Join('\n', said)}{await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    public async Task<HttpResponseMessage> PostAsync(string body, string? signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/payments") { Content = new StringContent(body) };
        if (signature is not null)
        {
            request.Headers.Add(SignedBody.Header, signature);
        }

        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>The body of a response, whatever its status.</summary>
    public async Task<string> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        await _rest;
        _process.Dispose();
    }
}
