using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Financials.Client.Tests.Outbox;

/// <summary>A limit on the size of the files of this process, which meets a write as a full disk does: in the midst of it. Linux only.</summary>
internal sealed class FileSizeLimit : IDisposable
{
    private const int OfFileSize = 1;
    private const nint Ignored = 1;

    /// <summary>The signal that comes with it, and would end the process.</summary>
    private const int FileTooLarge = 25;

    private readonly Limits _before;

    /// <summary>Nobody else uses the signal, and it may arrive when the limit is gone already, so it is ignored for good.</summary>
    static FileSizeLimit() => Check(Handle(FileTooLarge, Ignored) == -1 ? -1 : 0);

    /// <param name="bytes">The limit.</param>
    public FileSizeLimit(long bytes)
    {
        Check(Get(OfFileSize, out _before));
        Check(Set(OfFileSize, _before with { Current = (nuint)bytes }));
    }

    public void Dispose() => Check(Set(OfFileSize, _before));

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Get(int resource, out Limits limits);

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int resource, in Limits limits);

    [DllImport("libc", EntryPoint = "signal", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Handle(int signal, nint handler);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limits
    {
        public nuint Current { get; init; }

        public nuint Most { get; init; }
    }
}
