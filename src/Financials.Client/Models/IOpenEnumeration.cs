namespace Financials.Client.Models;

/// <summary>A list of names that the service may extend.</summary>
internal interface IOpenEnumeration
{
    /// <summary>The name in the service.</summary>
    string Value { get; }
}
