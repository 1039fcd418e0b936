using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>A reference that has two members: the id of the other entity and its number or code.</summary>
/// <param name="Id">The member with the id.</param>
/// <param name="Code">The member with the number or code.</param>
/// <param name="UnknownId">What the service says of an id that does not exist.</param>
/// <param name="UnknownCode">What it says of a number that does not exist.</param>
/// <param name="Disagreement">What it says where both exist and are not of one entity.</param>
internal sealed record Reference(string Id, string Code, string UnknownId, string UnknownCode, string Disagreement)
{
    /// <summary>Finds what a body refers to and writes both members.</summary>
    /// <param name="values">The entity, with what was sent already in it.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="table">Where the other entity is.</param>
    /// <returns>The entity referred to; null for none.</returns>
    /// <exception cref="ServiceException">There is no such entity, or the members disagree.</exception>
    public Entity? Resolve(JsonObject values, JsonObject sent, EntityTable table)
    {
        if (!sent.ContainsKey(Id) && !sent.ContainsKey(Code))
        {
            return table.Find(values.Id(Id));
        }

        var byId = sent.ContainsKey(Id) && sent.Id(Id) is var id && id != Guid.Empty ? table.Find(id) ?? throw ServiceException.Dialog(UnknownId) : null;
        var byCode = sent.ContainsKey(Code) && sent.Text(Code) is { Length: > 0 } code ? table.FindKey(code) ?? throw ServiceException.Dialog(UnknownCode) : null;
        if (byId is not null && byCode is not null && byId != byCode)
        {
            throw ServiceException.Dialog(Disagreement);
        }

        var found = byId ?? byCode;
        Write(values, found, table.Type);
        return found;
    }

    /// <summary>Writes both members.</summary>
    public void Write(JsonObject values, Entity? target, EntityType type)
    {
        values[Id] = Wire.Text(target?.Id ?? Guid.Empty);
        values[Code] = target?.Values.Text(type.Key) ?? "";
    }
}
