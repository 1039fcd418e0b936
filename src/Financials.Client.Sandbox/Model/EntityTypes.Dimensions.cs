using static Financials.Client.Sandbox.Model.MemberKind;

namespace Financials.Client.Sandbox.Model;

/// <content>Dimensions, their values, and where they are used.</content>
internal static partial class EntityTypes
{
    public static EntityType Dimension { get; } = new("dimension", "dimensions", "Dimension", "code", "Code",
        OnlyRead(IdMember, new("code", Code, 20), new("displayName", Text, 30), new("consolidationCode", Code, 20), LastModified));

    public static EntityType DimensionValue { get; } = new("dimensionValue", "dimensionValues", "Dimension Value", "code", "Code",
        OnlyRead(IdMember, new("code", Code, 20), new("dimensionId", Id), new("displayName", Text, 50), new("consolidationCode", Code, 20), LastModified));

    public static EntityType DefaultDimension { get; } = new("defaultDimension", "defaultDimensions", "Default Dimension", "dimensionCode", "Dimension Code",
    [
        IdMember,
        new("parentType", Option) { Options = [" ", "Customer", "Item", "Vendor", "Employee"] },
        new("parentId", Id),
        new("dimensionId", Id),
        ReadOnly("dimensionCode", Code, 20),
        new("dimensionValueId", Id),
        ReadOnly("dimensionValueCode", Code, 20),
        new("postingValidation", Option) { Options = [" ", "Code Mandatory", "Same Code", "No Code"] },
        LastModified,
    ]);

    /// <summary>A dimension of a document. Its id is the dimension's.</summary>
    public static EntityType DimensionSetLine { get; } = new("dimensionSetLine", "dimensionSetLines", "Dimension Set Entry Buffer", "code", "Dimension Code",
    [
        new(Wire.Id, Id),
        new("code", Code, 20),
        ReadOnly("consolidationCode", Code, 20),
        ReadOnly("parentId", Id),
        new("parentType", Option) { IsReadOnly = true, Options = [" ", "Journal Line", "Sales Invoice", "Sales Credit Memo", "General Ledger Entry"] },
        ReadOnly("displayName", Text, 30),
        new("valueId", Id),
        new("valueCode", Code, 20),
        ReadOnly("valueConsolidationCode", Code, 20),
        ReadOnly("valueDisplayName", Text, 50),
    ])
    {
        BorrowsIds = true,
        Hidden = [LastModified],
    };
}
