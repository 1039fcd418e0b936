namespace ImportPayments.Output;

/// <summary>Where the program writes to.</summary>
/// <param name="Out">What it says.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="IsTerminal">Whether a person looks at <paramref name="Out"/>; otherwise it is a file or another program's.</param>
internal sealed record Screen(TextWriter Out, TextWriter Error, bool IsTerminal)
{
    /// <summary>This process's own.</summary>
    public static Screen OfProcess => new(Console.Out, Console.Error, !Console.IsOutputRedirected);
}
