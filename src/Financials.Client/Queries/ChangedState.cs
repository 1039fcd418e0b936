using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Financials.Client.Queries;

/// <summary>Short names for long things: in a watermark there may be thousands of them.</summary>
internal static class ChangedState
{
    /// <summary>One state of one entity. Its version is part of it, because two changes may be made at one moment.</summary>
    public static UInt128 Of(Guid? id, long changedAt, string? version)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{id:N}{changedAt:x16}{version}"), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>A set by its address, wherever the service itself is; never zero.</summary>
    public static ulong OfSet(Uri service, Uri set)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(set.AbsolutePath[service.AbsolutePath.TrimEnd('/').Length..].ToUpperInvariant()), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) | 1;
    }
}
