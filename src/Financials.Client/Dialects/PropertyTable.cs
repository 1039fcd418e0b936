using System.Collections;
using System.Reflection;
using System.Text;
using Financials.Client.Queries;

namespace Financials.Client.Dialects;

/// <summary>
/// The properties of one kind of entity: the model's name of each beside the service's. This is the one place where a dialect
/// says what a property is called on the wire; reading, querying and explicit nulls all look here.
/// </summary>
/// <param name="service">What the service is called in texts.</param>
/// <param name="encodesOptions">Whether the names of options are written as names in XML are, where a space is <c>_x0020_</c>.</param>
internal sealed class PropertyTable(string service = "this service", bool encodesOptions = false) : PropertyNames, IEnumerable
{
    private readonly List<(string Name, byte[] WireName)> _rows = [("ETag", "@odata.etag"u8.ToArray())];
    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, string> _fields = [];
    private readonly Dictionary<string, string> _navigations = [];

    /// <summary>What the service is called in texts.</summary>
    public string Service => service;

    public override bool EncodesOptions => encodesOptions;

    public override string? Value(PropertyInfo property) => _values.GetValueOrDefault(property.Name);

    public override string? Field(PropertyInfo property) => _fields.GetValueOrDefault(property.Name);

    public override string? Navigation(PropertyInfo property) => _navigations.GetValueOrDefault(property.Name);

    /// <summary>The service's name of a property, for a query or an explicit null.</summary>
    public override string WireName(string name) => _fields[name];

    /// <summary>A property with one value.</summary>
    public void Add(string name, string wireName)
    {
        _values.Add(name, wireName);
        _fields.Add(name, wireName);
        AddRow(name, wireName);
    }

    /// <summary>A property with parts, which a query may only select.</summary>
    public PropertyTable WithCompound(string name, string wireName)
    {
        _fields.Add(name, wireName);
        AddRow(name, wireName);
        return this;
    }

    /// <summary>An address, whose parts are properties of the entity itself. A query may only select all of them.</summary>
    public PropertyTable WithParts(string name, params ReadOnlySpan<(string Part, string WireName)> parts)
    {
        var wireNames = new List<string>();
        foreach (var (part, wireName) in parts)
        {
            wireNames.Add(wireName);
            AddRow(name + part, wireName);
        }

        _fields.Add(name, string.Join(',', wireNames));
        return this;
    }

    /// <summary>A property that holds related entities, which are read where a query asks to expand them.</summary>
    public PropertyTable WithNavigation(string name, string wireName)
    {
        _navigations.Add(name, wireName);
        AddRow(name, wireName);
        return this;
    }

    /// <summary>The model's name of a property in a response; null for one that this package does not know.</summary>
    /// <param name="wireName">The name in the response.</param>
    /// <param name="expected">
    /// Where the property is likely to be. A service sends all entities alike, so the one after the last one found nearly always is;
    /// behind the last row, that is the first.
    /// </param>
    public string? Find(ReadOnlySpan<byte> wireName, ref int expected)
    {
        for (var tried = 0; tried < _rows.Count; tried++)
        {
            var at = expected + tried < _rows.Count ? expected + tried : expected + tried - _rows.Count;
            if (wireName.SequenceEqual(_rows[at].WireName))
            {
                expected = at + 1;
                return _rows[at].Name;
            }
        }

        return null;
    }

    /// <summary>The language asks for it where a table is written as a list of names in braces.</summary>
    IEnumerator IEnumerable.GetEnumerator() => _rows.GetEnumerator();

    private void AddRow(string name, string wireName) => _rows.Add((name, Encoding.UTF8.GetBytes(wireName)));
}
