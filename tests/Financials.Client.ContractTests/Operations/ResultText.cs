using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Financials.Client.ContractTests.Operations;

/// <summary>What a call returned, member by member. Versions are left out: what a change makes of one is not for a sample to know.</summary>
internal static class ResultText
{
    private static readonly JsonSerializerOptions WithoutVersions = new()
    {
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RemoveVersion } },
    };

    public static string Of(object? result) => JsonSerializer.Serialize(result, WithoutVersions);

    private static void RemoveVersion(JsonTypeInfo type)
    {
        if (type.Properties.FirstOrDefault(property => property.Name == nameof(Customer.ETag)) is { } version)
        {
            type.Properties.Remove(version);
        }
    }
}
