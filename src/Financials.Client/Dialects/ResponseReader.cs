using System.Text.Json;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>Reads the body of a successful response.</summary>
/// <typeparam name="TResult">What it holds.</typeparam>
internal abstract class ResponseReader<TResult>
{
    /// <summary>What it holds, in words for a person.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether an empty body holds it too. Default: false.</summary>
    public virtual bool AcceptsEmpty => false;

    /// <param name="response">The response; its body is not empty unless that is accepted.</param>
    /// <exception cref="JsonException">The response is not what the contract says.</exception>
    public virtual TResult Read(in ServiceResponse response) => Read(response.Body);

    /// <param name="body">The body, without a byte order mark.</param>
    /// <exception cref="JsonException">The body is not what the contract says.</exception>
    public abstract TResult Read(ReadOnlySpan<byte> body);
}
