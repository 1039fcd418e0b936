using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>A reference to payment terms or to a method: an id, and where the entity still has it the value of 2017 beside it.</summary>
/// <param name="IdMember">The member with the id.</param>
/// <param name="ValueMember">The member with code and description.</param>
internal sealed record TermReference(string IdMember, string ValueMember)
{
    /// <summary>Finds what a body refers to by either member and writes both.</summary>
    /// <exception cref="ServiceException">There is no such entity, or the members disagree.</exception>
    public void Resolve(EntityTable table, JsonObject values, JsonObject sent)
    {
        CheckId(table, sent, IdMember);
        var byValue = sent[ValueMember] is JsonObject value && value.Text("code") is { Length: > 0 } code
            ? table.FindKey(code) ?? throw Unknown(ValueMember, table)
            : null;
        if (sent.ContainsKey(ValueMember))
        {
            var id = byValue?.Id ?? Guid.Empty;
            if (sent.ContainsKey(IdMember) && byValue is not null && values.Id(IdMember) != id)
            {
                throw ServiceException.Dialog($"The \"{IdMember}\" and the \"{ValueMember}\" do not match to a specific {table.Type.Table}.");
            }

            values[IdMember] = sent.ContainsKey(IdMember) ? values.Text(IdMember) : Wire.Text(id);
        }

        Show(table, values);
    }

    /// <summary>Writes the code and description that the entity has now.</summary>
    public void Show(EntityTable table, JsonObject values)
    {
        var target = table.Find(values.Id(IdMember))?.Values;
        values[IdMember] = target?.Text(Wire.Id) ?? Wire.Text(Guid.Empty);
        values[ValueMember] = target is null ? null : new JsonObject { ["code"] = target.Text("code"), ["description"] = target.Text("displayName") };
    }

    /// <exception cref="ServiceException">The id that was sent does not exist.</exception>
    public static void CheckId(EntityTable table, JsonObject sent, string idMember)
    {
        if (sent.ContainsKey(idMember) && sent.Id(idMember) is var id && id != Guid.Empty && table.Find(id) is null)
        {
            throw Unknown(idMember, table);
        }
    }

    private static ServiceException Unknown(string member, EntityTable table) =>
        ServiceException.Dialog($"The \"{member}\" does not match to a {table.Type.Table}.");
}
