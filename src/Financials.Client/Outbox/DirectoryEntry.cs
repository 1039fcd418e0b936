using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Financials.Client.Outbox;

/// <summary>
/// Writes a directory through to the disk. A new file survives a crash of the machine only if the entry that names it does; .NET has no
/// call for that, and Windows needs none.
/// </summary>
internal static class DirectoryEntry
{
    private const int ReadOnly = 0;

    /// <summary>Some file systems, mostly of networks, have nothing to flush for a directory and say that the request makes no sense.</summary>
    private const int InvalidRequest = 22;

    public static void WriteThrough(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(directory + "\0"), ReadOnly);
        if (handle < 0)
        {
            throw Failed(directory);
        }

        try
        {
            if (Flush(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidRequest)
            {
                throw Failed(directory);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failed(string directory)
    {
        var cause = new Win32Exception(Marshal.GetLastPInvokeError());
        return new($"The directory '{directory}' could not be written through to the disk: {cause.Message}", cause);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
