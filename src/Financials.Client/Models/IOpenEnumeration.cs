using System.Diagnostics.CodeAnalysis;

namespace Financials.Client.Models;

/// <summary>A list of names that the service may extend.</summary>
internal interface IOpenEnumeration
{
    /// <summary>The name in the service.</summary>
    string Value { get; }
}

/// <summary>The same with how a value is made of its name.</summary>
internal interface IOpenEnumeration<TSelf> : IOpenEnumeration, IParsable<TSelf>
    where TSelf : struct, IOpenEnumeration<TSelf>
{
    /// <param name="name">The name, not blank.</param>
    static abstract TSelf Named(string name);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => string.IsNullOrWhiteSpace(s) ? default : TSelf.Named(s);

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
    {
        result = s is null ? default : TSelf.Parse(s, provider);
        return s is not null;
    }
}
