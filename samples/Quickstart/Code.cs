namespace Quickstart;

/// <summary>Codes for records of this run.</summary>
internal static class Code
{
    /// <summary>A code of ten characters, the most that a journal takes, that no earlier run has used.</summary>
    public static string New(string prefix) => prefix + Guid.NewGuid().ToString("N")[..(10 - prefix.Length)].ToUpperInvariant();
}
