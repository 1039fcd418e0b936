using System.Text.Json;

namespace Financials.Client.Dialects;

/// <summary>Reads the body of a successful response.</summary>
/// <typeparam name="TResult">What it holds.</typeparam>
internal abstract class ResponseReader<TResult>
{
    /// <summary>What it holds, in words for a person.</summary>
    public abstract string Expected { get; }

    /// <param name="body">The body; not empty.</param>
    /// <exception cref="JsonException">The body is not what the contract says.</exception>
    public abstract TResult Read(ReadOnlySpan<byte> body);
}
