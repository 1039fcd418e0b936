using System.Xml;

namespace Financials.Client.Queries;

/// <summary>The names of options where a service writes them as names in XML are: a space is <c>_x0020_</c>.</summary>
internal static class OptionName
{
    public static string? Encoded(string? name) => name is null ? null : XmlConvert.EncodeLocalName(name);

    public static string? Decoded(string? name) => name is null ? null : XmlConvert.DecodeName(name);
}
