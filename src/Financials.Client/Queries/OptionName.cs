using System.Xml;

namespace Financials.Client.Queries;

/// <summary>The names of options where a service writes them as names in XML are: a space is <c>_x0020_</c>.</summary>
internal static class OptionName
{
    // A hyphen may stand in a name of XML, and not in one of OData.
    public static string? Encoded(string? name) => XmlConvert.EncodeLocalName(name)?.Replace("-", "_x002D_", StringComparison.Ordinal);

    public static string? Decoded(string? name) => XmlConvert.DecodeName(name);
}
