using System.Diagnostics;
using System.Runtime.CompilerServices;
using Financials.Client;

namespace Quickstart;

/// <summary>Tells what is done: the C# that runs, and what came back.</summary>
internal sealed class Guide(TextWriter output)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public void Say(string text) => output.WriteLine($"\n{text}");

    public void Chapter(string title) => output.WriteLine($"\n── {title} {new string('─', Math.Max(3, 90 - title.Length))}");

    /// <summary>Shows a call, makes it, and shows what came back.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">What to say of the result.</param>
    /// <param name="code">The text of the call; the compiler fills it in.</param>
    public async Task<T> ShowAsync<T>(Func<Task<T>> call, Func<T, string> result, [CallerArgumentExpression(nameof(call))] string code = "")
    {
        Print(code);
        var value = await call();
        output.WriteLine($"     → {result(value)}");
        return value;
    }

    /// <summary>Shows a call that gives nothing back, and makes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">What to say when it has been made.</param>
    /// <param name="code">The text of the call; the compiler fills it in.</param>
    public Task ShowAsync(Func<Task> call, string result, [CallerArgumentExpression(nameof(call))] string code = "") =>
        ShowAsync(
            async () =>
            {
                await call();
                return result;
            },
            said => said,
            code);

    /// <summary>Shows a call that the service, or its rules, may refuse, and shows the exception.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">What to say when it was not refused.</param>
    /// <param name="code">The text of the call; the compiler fills it in.</param>
    public async Task ShowRefusalAsync(Func<Task> call, string result, [CallerArgumentExpression(nameof(call))] string code = "")
    {
        Print(code);
        try
        {
            await call();
            output.WriteLine($"     → {result}");
        }
        catch (FinancialsException refused)
        {
            output.WriteLine($"     ✗ {refused.GetType().Name}: {refused.Message}");
        }
    }

    public void Note(string text) => output.WriteLine($"       {text}");

    public void End() => output.WriteLine($"\nDone in {Stopwatch.GetElapsedTime(_started).TotalSeconds:0.0} s. The README goes on from here.");

    /// <summary>The call without the lambda around it, and without the indentation that it has in its file.</summary>
    private void Print(string code)
    {
        var body = code[(code.IndexOf("=>", StringComparison.Ordinal) + 2)..].Trim();
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var indentation = lines.Skip(1).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        output.WriteLine($"\n   {lines[0]}");
        foreach (var line in lines.Skip(1))
        {
            output.WriteLine($"   {(lines[1].TrimStart().StartsWith('.') ? "    " : "")}{line[indentation..]}");
        }
    }
}
