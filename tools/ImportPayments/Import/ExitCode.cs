namespace ImportPayments.Import;

/// <summary>What the program ends with, for scripts that start it.</summary>
internal static class ExitCode
{
    public const int AllImported = 0;
    public const int SomeRejected = 1;
    public const int BadInput = 2;
    public const int StoppedByService = 3;
    public const int SomeUnknown = 4;
    public const int Interrupted = 130;
}
