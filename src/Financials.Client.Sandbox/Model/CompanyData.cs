using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Model;

/// <summary>All that one company has. Not thread-safe.</summary>
/// <param name="values">The company's own members.</param>
/// <param name="settings">How the company works.</param>
/// <param name="undo">Where to note how each change is taken back.</param>
internal sealed class CompanyData(JsonObject values, CompanySettings settings, UndoLog undo)
{
    public Guid Id { get; } = values.Id(Wire.Id);

    public JsonObject Values => values;

    public CompanySettings Settings => settings;

    public NumberSeries CustomerNumbers { get; } = new("C", 10, undo);

    public NumberSeries InvoiceNumbers { get; } = new("SI", 1, undo);

    public NumberSeries PostedInvoiceNumbers { get; } = new("PSI", 1, undo);

    public NumberSeries CreditMemoNumbers { get; } = new("SC", 1, undo);

    public NumberSeries PostedCreditMemoNumbers { get; } = new("PSC", 1, undo);

    /// <summary>The series of journals that have one.</summary>
    public NumberSeries DocumentNumbers { get; } = new("G", 1, undo);

    /// <summary>The series of what is posted, for journals that have another one for that.</summary>
    public NumberSeries PostedDocumentNumbers { get; } = new("P", 1, undo);

    /// <summary>All series, in an order that does not change.</summary>
    public IReadOnlyList<NumberSeries> Series => field ??=
        [CustomerNumbers, InvoiceNumbers, PostedInvoiceNumbers, CreditMemoNumbers, PostedCreditMemoNumbers, DocumentNumbers, PostedDocumentNumbers];

    public EntityTable Customers { get; } = new(EntityTypes.Customer, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The payment journals.</summary>
    public EntityTable Journals { get; } = new(EntityTypes.Journal, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The journals of the general template.</summary>
    public EntityTable GeneralJournals { get; } = new(EntityTypes.GeneralJournal, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable Invoices { get; } = new(EntityTypes.Invoice, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable CreditMemos { get; } = new(EntityTypes.CreditMemo, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The lines of invoices.</summary>
    public ChildTables InvoiceLines { get; } = new(EntityTypes.InvoiceLine, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable Currencies { get; } = new(EntityTypes.Currency, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable PaymentTerms { get; } = new(EntityTypes.PaymentTerm, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable PaymentMethods { get; } = new(EntityTypes.PaymentMethod, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable ShipmentMethods { get; } = new(EntityTypes.ShipmentMethod, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable TaxAreas { get; } = new(EntityTypes.TaxArea, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable CountriesRegions { get; } = new(EntityTypes.CountryRegion, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable Dimensions { get; } = new(EntityTypes.Dimension, undo) { CompanyId = values.Id(Wire.Id) };

    public ChildTables DimensionValues { get; } = new(EntityTypes.DimensionValue, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The dimensions that the documents of customers begin with.</summary>
    public ChildTables DefaultDimensions { get; } = new(EntityTypes.DefaultDimension, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The dimensions of payments and invoices.</summary>
    public ChildTables DimensionSetLines { get; } = new(EntityTypes.DimensionSetLine, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The files of payments, invoices and credit memos.</summary>
    public ChildTables Attachments { get; } = new(EntityTypes.Attachment, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable Accounts { get; } = new(EntityTypes.Account, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable LedgerEntries { get; } = new(EntityTypes.LedgerEntry, undo) { CompanyId = values.Id(Wire.Id) };

    public EntityTable DetailedEntries { get; } = new(EntityTypes.DetailedEntry, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>What customers owe and pay, by customer.</summary>
    public ChildTables CustomerEntries { get; } = new(EntityTypes.CustomerEntry, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The number of the last entry of any customer.</summary>
    public int LastCustomerEntry { get; set; }

    /// <summary>What waits for being posted.</summary>
    public JobQueue JobQueue { get; } = new(undo);

    /// <summary>The lines of journals that are payments.</summary>
    public ChildTables Payments { get; } = new(EntityTypes.Payment, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The lines of journals that no set shows.</summary>
    public ChildTables HiddenLines { get; } = new(EntityTypes.HiddenLine, undo) { CompanyId = values.Id(Wire.Id) };

    /// <summary>The sets that hang off the company itself.</summary>
    public IReadOnlyList<EntityTable> Tables => field ??=
    [
        Currencies, PaymentTerms, PaymentMethods, ShipmentMethods, TaxAreas, CountriesRegions, Dimensions, Accounts,
        Customers, Invoices, CreditMemos, Journals, GeneralJournals, LedgerEntries, DetailedEntries,
    ];

    /// <summary>The sets that hang off other entities.</summary>
    public IReadOnlyList<ChildTables> Children => field ??=
        [Payments, HiddenLines, InvoiceLines, CustomerEntries, DimensionValues, DefaultDimensions, DimensionSetLines, Attachments];

    public IEnumerable<Entity> AllPayments => Journals.All.SelectMany(journal => Payments.Of(journal.Id).All);

    /// <summary>The journal of an id, whatever its template; null where there is none.</summary>
    public Entity? Journal(Guid id) => Journals.Find(id) ?? GeneralJournals.Find(id);

    /// <summary>Removes what hangs off an entity of any type: dimensions and files.</summary>
    public void RemoveFrom(Guid parentId)
    {
        foreach (var children in new[] { DefaultDimensions, DimensionSetLines, Attachments })
        {
            children.RemoveAll(parentId);
        }
    }
}
