using Financials.Client.Tests.Contract;
using YamlDotNet.RepresentationModel;

namespace Financials.Client.Sandbox.Tests.Model;

/// <summary>What the contract says of the type of a property.</summary>
internal static class ContractKind
{
    /// <summary>The properties of an entity that hold a value: no control information, and nothing related.</summary>
    public static IEnumerable<KeyValuePair<string, YamlMappingNode>> ValuesOf(string entity) => ContractDocument.BusinessCentral.Schemas[entity].Where(
        property => !property.Key.Contains('@', StringComparison.Ordinal) && ContractDocument.Text(property.Value, "type") is not (null or "array" or "object"));

    /// <summary>The kind in the sandbox's words, such as <c>Id</c>, <c>Code[20]</c> or <c>Option</c>.</summary>
    public static string Of(YamlMappingNode schema) => (ContractDocument.Text(schema, "type"), ContractDocument.Text(schema, "format")) switch
    {
        ("string", "uuid") => "Id",
        ("string", "date") => "Date",
        ("string", "date-time") => "Instant",
        ("integer", _) => "Integer",
        ("number", _) => ContractDocument.Text(schema, "x-business-central-type") ?? "a number without a type",
        ("boolean", _) => "Flag",
        _ => ContractDocument.Text(schema, "x-business-central-type") switch
        {
            "Enum" => "Option",
            null when ContractDocument.Text(schema, "maxLength") is { } length => $"Text[{length}]",
            null => "Text",
            var type => type,
        },
    };
}
