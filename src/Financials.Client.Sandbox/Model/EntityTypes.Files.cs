using static Financials.Client.Sandbox.Model.MemberKind;

namespace Financials.Client.Sandbox.Model;

/// <content>Files that hang off others.</content>
internal static partial class EntityTypes
{
    private static readonly string[] FileParents =
    [
        " ", "Journal", "Employee", "Item", "Customer", "Vendor", "Job", "Sales Order", "Sales Quote", "Sales Credit Memo", "Sales Invoice",
        "Customer Statement", "Blanket Sales Order", "Sales Return Order", "Sales Shipment", "Return Receipt", "Sales Archive Quote",
        "Sales Archive Order", "Sales Archive Return", "Sales Archive Blanket Order", "Purchase Invoice", "Purchase Order", "Purchase Quote",
        "Purchase Credit Memo", "Blanket Purchase Order", "Purchase Receipt", "Purchase Return Order", "Purch. Return Shipment",
        "Purchase Archive Quote", "Purchase Archive Order", "Purchase Archive Return", "Purchase Archive Blanket Order", "Assembly Order",
        "Posted Assembly Order", "Transfer Order", "Transfer Shipment", "Transfer Receipt", "Phys. Inventory Order",
        "Posted Phys. Inventory Order", "Phys. Inventory Recording", "Posted Phys. Inventory Recording", "Inventory Shipment",
        "Inventory Receipt", "Posted Inventory Shipment", "Posted Inventory Receipt", "Posted Direct Transfer",
    ];

    public static EntityType Attachment { get; } = new("attachment", "attachments", "Attachment Entity Buffer", Wire.Id, "Id",
    [
        IdMember,
        new("parentId", Id),
        new("fileName", Text, 250),
        new("byteSize", MemberKind.Integer),
        ReadOnly("attachmentContent", Media),
        LastModified,
        new("parentType", Option) { Options = FileParents },
    ])
    {
        Hidden = [new("content", Text)],
    };

    /// <summary>The printed form of a document; made when it is asked for.</summary>
    public static EntityType PdfDocument { get; } = new("pdfDocument", "pdfDocument", "Attachment Entity Buffer", Wire.Id, "Id",
    [
        IdMember,
        ReadOnly("parentId", Id),
        new("parentType", Option) { IsReadOnly = true, Options = FileParents },
        ReadOnly("pdfDocumentContent", Media),
    ]);
}
