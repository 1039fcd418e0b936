using System.Diagnostics;
using System.Runtime.CompilerServices;
using Financials.Client;

namespace Quickstart;

/// <summary>Tells what is done, in C# to copy: the statements that run, and what came back as comments.</summary>
/// <param name="output">Where it is told.</param>
/// <param name="settings">Names in the code, and the texts that the code shown has in their place.</param>
internal sealed class Guide(TextWriter output, Dictionary<string, string> settings)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    public void Usings() => output.WriteLine("using Financials.Client;\nusing Financials.Client.Sandbox;\n");

    public void Chapter(string title) => output.WriteLine($"\n// ── {title} {new string('─', Math.Max(3, 90 - title.Length))}");

    public void Note(string text) => output.WriteLine($"// {text}");

    public void End() => output.WriteLine($"\n// Done in {Stopwatch.GetElapsedTime(_started).TotalSeconds:0.0} s. The README goes on from here.");

    /// <summary>Shows a step that sends nothing, and takes it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="code">The text of the step; the compiler fills it in.</param>
    public void Show(Action step, [CallerArgumentExpression(nameof(step))] string code = "")
    {
        Print("", code);
        step();
    }

    /// <summary>Shows a step that sends nothing and gives a value, and takes it.</summary>
    /// <param name="name">The variable that the value goes into.</param>
    /// <param name="step">The step.</param>
    /// <param name="code">The text of the step; the compiler fills it in.</param>
    public T Show<T>(string name, Func<T> step, [CallerArgumentExpression(nameof(step))] string code = "")
    {
        Print($"{Variable(name)} = ", code);
        return step();
    }

    /// <summary>Shows a call, makes it, and shows what came back.</summary>
    /// <param name="name">The variable that the result goes into.</param>
    /// <param name="call">The call.</param>
    /// <param name="result">What to say of the result; null for nothing.</param>
    /// <param name="code">The text of the call; the compiler fills it in.</param>
    public async Task<T> ShowAsync<T>(string name, Func<Task<T>> call, Func<T, string>? result, [CallerArgumentExpression(nameof(call))] string code = "")
    {
        Print($"{Variable(name)} = await ", code);
        var value = await call();
        if (result is not null)
        {
            Note($"→ {result(value)}");
        }

        return value;
    }

    /// <summary>Shows a call whose result nobody needs, and makes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">What to say when it has been made; null for nothing.</param>
    /// <param name="code">The text of the call; the compiler fills it in.</param>
    public async Task ShowAsync(Func<Task> call, string? result = null, [CallerArgumentExpression(nameof(call))] string code = "")
    {
        Print("await ", code);
        await call();
        if (result is not null)
        {
            Note($"→ {result}");
        }
    }

    /// <summary>Shows a call that not every service has, makes it, and shows what came of it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">What to say when it was not refused.</param>
    /// <param name="code">The text of the call; the compiler fills it in.</param>
    public async Task ShowWhereSupportedAsync(Func<Task> call, string result, [CallerArgumentExpression(nameof(call))] string code = "")
    {
        Print("await ", code);
        try
        {
            await call();
            Note($"→ {result}");
        }
        catch (FinancialsException refused) when (refused is FinancialsDuplicateException or FinancialsNotSupportedException or FinancialsValidationException)
        {
            // What the service says is shorter, but what it lacks, only the client can tell.
            var said = refused is FinancialsNotSupportedException ? null : refused.ServiceMessage;
            Note($"✗ {refused.GetType().Name}: {said ?? refused.Message}");
        }
    }

    private string Variable(string name) => _declared.Add(name) ? $"var {name}" : name;

    /// <summary>The code as a statement: without the lambda around it, and without the indentation that it has in its file.</summary>
    private void Print(string begin, string code, string end = ";")
    {
        var body = code[(code.IndexOf("=>", StringComparison.Ordinal) + 2)..].Trim();
        foreach (var (name, text) in settings)
        {
            body = body.Replace(name, $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal);
        }

        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var indentation = lines.Skip(1).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        lines = [lines[0], .. lines.Skip(1).Select(line => line[indentation..])];
        output.WriteLine($"{begin}{string.Join('\n', lines)}{end}");
    }
}
