namespace Microsoft.Kiota.Abstractions;

/// <summary>Names the URL template variable that a query parameter property fills, where it is not the property's own name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class QueryParameterAttribute(string templateName) : Attribute
{
    public string TemplateName { get; } = templateName;
}
