using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Rules;

namespace Financials.Client.Sandbox.Routes;

/// <summary>The sets of entities that belong to others.</summary>
/// <param name="company">The company.</param>
/// <param name="sets">Its sets.</param>
/// <param name="journalMember">The member by which a payment names its journal.</param>
/// <param name="findJournal">The journal of a value of that member.</param>
internal sealed class FlatSets(CompanyData company, CompanySets sets, string journalMember, Func<string, Entity?> findJournal)
{
    /// <summary>The set of a name; null where there is none.</summary>
    public FlatSet? Find(string setName) => setName switch
    {
        "customerPayments" => Payments,
        "salesInvoiceLines" => InvoiceLines,
        "dimensionValues" => DimensionValues,
        "defaultDimensions" => DefaultDimensions,
        "dimensionSetLines" => DimensionSetLines,
        "attachments" => Attachments,
        _ => null,
    };

    private FlatSet Payments => new(EntityTypes.Payment, journalMember)
    {
        OfParent = named => findJournal(named[journalMember]?.GetValue<string>() ?? "") is { } journal ? sets.PaymentsOf(journal) : null,
        Holding = id => company.Payments.TableOf(id) is { } payments && company.Journals.Find(payments.ParentId) is { } journal ? sets.PaymentsOf(journal) : null,
        NoParent = (value, _) => ServiceException.Dialog(value.Length == 0 || value == Wire.Text(Guid.Empty)
            ? "You must specify a journal batch ID or a journal ID to get a journal line."
            : "The Journal Id and Journal Display Name do not match."),
    };

    private FlatSet InvoiceLines => new(EntityTypes.InvoiceLine, "documentId")
    {
        OfParent = named => Behind(EntityTypes.Invoice, company.Invoices.Find(IdIn(named, "documentId")), "salesInvoiceLines"),
        Holding = id => Behind(EntityTypes.Invoice, company.Invoices.Find(ParentOf(company.InvoiceLines, id)), "salesInvoiceLines"),
        NoParent = (value, _) => ServiceException.Dialog(
            value.Length == 0 ? "You must specify an Id or a Document Id to get the lines." : "The invoice cannot be found."),
    };

    private FlatSet DimensionValues => new(EntityTypes.DimensionValue, "dimensionId")
    {
        OfParent = named => Behind(EntityTypes.Dimension, company.Dimensions.Find(IdIn(named, "dimensionId")), "dimensionValues"),
        Holding = id => Behind(EntityTypes.Dimension, company.Dimensions.Find(ParentOf(company.DimensionValues, id)), "dimensionValues"),
        NoParent = (_, _) => ServiceException.NoRecord(EntityTypes.Dimension.Table),
        All = () => company.DimensionValues.All.SelectMany(values => values.All),
        IsReadOnly = true,
    };

    private FlatSet DefaultDimensions => new(EntityTypes.DefaultDimension, "parentId")
    {
        OfParent = named => Behind(EntityTypes.Customer, company.Customers.Find(IdIn(named, "parentId")), "defaultDimensions"),
        Holding = id => Behind(EntityTypes.Customer, company.Customers.Find(ParentOf(company.DefaultDimensions, id)), "defaultDimensions"),
        NoParent = (_, _) => ServiceException.Dialog("You must get to the parent first to get to the default dimensions."),
    };

    /// <summary>Only behind a parent; here for what the service says to those who try.</summary>
    private static FlatSet DimensionSetLines => new(EntityTypes.DimensionSetLine, "parentId")
    {
        OfParent = _ => null,
        Holding = _ => null,
        NoParent = (_, method) => ServiceException.Dialog(method == "POST"
            ? "You must get to the parent first to create a dimension set line."
            : "You must get to the parent first to get to the dimension set line."),
    };

    private FlatSet Attachments => new(EntityTypes.Attachment, "parentId")
    {
        OfParent = named => IdIn(named, "parentId") is var id && AttachmentRules.ParentType(company, id, named["parentType"]?.GetValue<string>()) is { } type
            ? sets.AttachmentsOf(id, type)
            : null,
        Holding = id => ParentOf(company.Attachments, id) is var parentId && AttachmentRules.ParentType(company, parentId, null) is { } type
            ? sets.AttachmentsOf(parentId, type)
            : null,
        NoParent = (value, _) => value.Length == 0
            ? ServiceException.Dialog("You must specify a document id or an attachment id to get the attachments.")
            : ServiceException.NoRecord("document"),
    };

    private EntitySet? Behind(EntityType type, Entity? parent, string navigation) => parent is null ? null : sets.Behind(type, parent, navigation);

    private static Guid IdIn(JsonObject named, string member) => Guid.TryParse(named[member]?.GetValue<string>(), out var id) ? id : Guid.Empty;

    private static Guid ParentOf(ChildTables children, Guid id) => children.TableOf(id)?.ParentId ?? Guid.Empty;
}
