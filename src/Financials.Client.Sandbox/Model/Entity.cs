using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Model;

/// <summary>A stored entity: all its members as they are sent.</summary>
/// <param name="id">Its id.</param>
/// <param name="key">Its key, as <see cref="EntityType.KeyOf"/> gives it.</param>
/// <param name="values">Its members.</param>
internal sealed class Entity(Guid id, string key, JsonObject values)
{
    public Guid Id => id;

    public string Key { get; set; } = key;

    /// <summary>The members. A change puts another object in their place.</summary>
    public JsonObject Values { get; set; } = values;

    public string ETag => Values.Text(Wire.ETag);
}
