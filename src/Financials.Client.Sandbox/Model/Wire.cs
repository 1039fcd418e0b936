using System.Globalization;
using System.Xml;

namespace Financials.Client.Sandbox.Model;

/// <summary>How the service writes values, and what it writes for none.</summary>
internal static class Wire
{
    public const string NoDate = "0001-01-01";

    public const string ETag = "@odata.etag";

    public const string Id = "id";

    public const string LastModified = "lastModifiedDateTime";

    public static string Text(Guid id) => id.ToString("D");

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The name of an option as API v2.0 has it: escaped as a name in XML is, and hyphens and dots too, which names of OData cannot have.</summary>
    public static string OptionName(string name) => XmlConvert.EncodeLocalName(name).Replace("-", "_x002D_", StringComparison.Ordinal).Replace(".", "_x002E_", StringComparison.Ordinal);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
