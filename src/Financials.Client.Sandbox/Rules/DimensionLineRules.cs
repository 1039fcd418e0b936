using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of the dimensions of one document.</summary>
internal sealed class DimensionLineRules(Store store, CompanyData company, Guid parentId, string parentType) : EntityRules(store, company)
{
    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        if (before is not null && (Differs(Wire.Id) || Differs("code")))
        {
            throw ServiceException.Dialog("The \"id\" and \"code\" fields cannot be modified.");
        }

        var dimension = before is null ? Find(sent) : Company.Dimensions.Get(before.Id(Wire.Id));
        if (before is null && Company.DimensionSetLines.Of(parentId).Find(dimension.Id) is not null)
        {
            throw ServiceException.Dialog(
                "The dimension set line already exists. Check existing dimension set lines and the default dimension set lines on the parent.");
        }

        var value = FindValue(values, sent, dimension);
        Write(values, dimension.Values, value.Values);

        bool Differs(string member) => sent.ContainsKey(member) && !sent.Text(member).Equals(before!.Text(member), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Gives a document the default dimensions of its customer.</summary>
    public void TakeOver(Guid customerId)
    {
        foreach (var given in Company.DefaultDimensions.Of(customerId).All.Where(given => given.Values.Id("dimensionValueId") != Guid.Empty))
        {
            var values = EntityTypes.DimensionSetLine.Blank();
            Write(
                values,
                Company.Dimensions.Get(given.Values.Id("dimensionId")).Values,
                Company.DimensionValues.Find(given.Values.Id("dimensionValueId"))!.Values);
            Store.Stamp(values);
            Company.DimensionSetLines.Of(parentId).Add(values);
        }
    }

    private void Write(JsonObject values, JsonObject dimension, JsonObject value)
    {
        values[Wire.Id] = dimension.Text(Wire.Id);
        values["code"] = dimension.Text("code");
        values["consolidationCode"] = dimension.Text("consolidationCode");
        values["displayName"] = dimension.Text("displayName");
        values["parentId"] = Wire.Text(parentId);
        values["parentType"] = parentType;
        values["valueId"] = value.Text(Wire.Id);
        values["valueCode"] = value.Text("code");
        values["valueConsolidationCode"] = value.Text("consolidationCode");
        values["valueDisplayName"] = value.Text("displayName");
    }

    private Entity Find(JsonObject sent)
    {
        var byId = sent.ContainsKey(Wire.Id) && sent.Id(Wire.Id) is var id && id != Guid.Empty
            ? Company.Dimensions.Find(id) ?? throw ServiceException.Dialog("The \"id\" does not match to a Dimension.")
            : null;
        var byCode = sent.ContainsKey("code") && sent.Text("code") is { Length: > 0 } code
            ? Company.Dimensions.FindKey(code) ?? throw ServiceException.Dialog("The \"code\" does not match to a Dimension.")
            : null;
        return byId is not null && byCode is not null && byId != byCode
            ? throw ServiceException.Dialog("The dimension field values do not match to a specific Dimension.")
            : byId ?? byCode ?? throw ServiceException.Dialog("The \"id\" or \"code\" field must be filled in.");
    }

    private Entity FindValue(JsonObject values, JsonObject sent, Entity dimension)
    {
        var of = Company.DimensionValues.Of(dimension.Id);
        var byId = sent.ContainsKey("valueId") && sent.Id("valueId") is var id && id != Guid.Empty
            ? of.Find(id) ?? throw ServiceException.Dialog("The \"valueId\" does not match to a Dimension Value.")
            : null;
        var byCode = sent.ContainsKey("valueCode") && sent.Text("valueCode") is { Length: > 0 } code
            ? of.FindKey(code) ?? throw ServiceException.Dialog("The \"valueCode\" does not match to a Dimension Value.")
            : null;
        return byId is not null && byCode is not null && byId != byCode
            ? throw ServiceException.Dialog("The values of the \"dimensionCode\" field and the \"dimensionId\" field do not refer to the same Dimension Value.")
            : byId ?? byCode ?? of.Find(values.Id("valueId")) ?? throw ServiceException.Dialog("The \"valueId\" or \"valueCode\" field must be filled in.");
    }
}
