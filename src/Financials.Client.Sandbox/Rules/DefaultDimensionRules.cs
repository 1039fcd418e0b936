using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of the dimensions that the documents of one customer begin with.</summary>
internal sealed class DefaultDimensionRules(Store store, CompanyData company, Entity customer) : EntityRules(store, company)
{
    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        var dimension = Company.Dimensions.Find(values.Id("dimensionId")) ?? throw Unrelated("DimensionId", values.Text("dimensionId"), "Dimension");
        var valueId = values.Id("dimensionValueId");
        var value = valueId == Guid.Empty
            ? null
            : Company.DimensionValues.Of(dimension.Id).Find(valueId) ?? throw Unrelated("DimensionValueId", values.Text("dimensionValueId"), "Dimension Value");
        values["parentType"] = "Customer";
        values["parentId"] = Wire.Text(customer.Id);
        values["dimensionCode"] = dimension.Values.Text("code");
        values["dimensionValueCode"] = value?.Values.Text("code") ?? "";
    }

    private static ServiceException Unrelated(string field, string value, string related) =>
        ServiceException.Unrelated(field, EntityTypes.DefaultDimension.Table, value, related);
}
