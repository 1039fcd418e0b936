using System.Buffers;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>The rules of the files of one payment, invoice or credit memo.</summary>
internal sealed class AttachmentRules(Store store, CompanyData company, Guid parentId, string parentType) : EntityRules(store, company)
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\\/:*?\"<>|");
    private static readonly string[] Elsewhere = ["Employee", "Job", "Item", "Customer", "Vendor"];

    public override void Complete(JsonObject values, JsonObject sent, JsonObject? before)
    {
        foreach (var (member, caption) in new[] { ("parentId", "Document Id"), ("parentType", "Document Type") })
        {
            if (before is not null && sent.ContainsKey(member) && sent.Text(member) != before.Text(member))
            {
                throw ServiceException.Dialog($"You cannot change the value of the key field {caption}.");
            }
        }

        var name = values.Text("fileName");
        values["fileName"] = name.Length == 0 || name.AsSpan().ContainsAny(NotInNames) ? "filename.txt" : name;
        values["parentId"] = Wire.Text(parentId);
        values["parentType"] = parentType;
        values["byteSize"] = Convert.FromBase64String(values.Text("content")).Length;
    }

    /// <summary>Finds what a file is to hang off.</summary>
    /// <returns>The type of the parent as the service names it; null where there is no such parent.</returns>
    /// <param name="company">The company.</param>
    /// <param name="parentId">The parent's id.</param>
    /// <param name="parentType">The type that was sent; null for none.</param>
    /// <exception cref="ServiceException">The service does not take files for parents of that type.</exception>
    public static string? ParentType(CompanyData company, Guid parentId, string? parentType)
    {
        if (Elsewhere.Contains(parentType))
        {
            throw ServiceException.Dialog($"Parent type {parentType} is not supported. Use documentAttachments API instead.");
        }

        var found = company.Payments.Find(parentId) is not null ? "Journal"
            : company.Invoices.Find(parentId) is not null ? "Sales Invoice"
            : company.CreditMemos.Find(parentId) is not null ? "Sales Credit Memo"
            : null;
        return parentType is null or " " || parentType == found ? found : null;
    }
}
