using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>A public model, its schema in the contract, and calls that write and read it.</summary>
/// <param name="Model">The public type.</param>
/// <param name="Schema">The name of its schema.</param>
/// <param name="Create">Creates an entity; null for a model that cannot be written.</param>
/// <param name="Update">Updates an entity; null for a model that cannot be written.</param>
/// <param name="Get">Reads one.</param>
internal sealed record ModelCase(
    Type Model,
    string Schema,
    Func<FinancialsClient, object, Task<object>>? Create,
    Func<FinancialsClient, object, Task<object>>? Update,
    Func<FinancialsClient, Guid, Task<object>> Get)
{
    /// <summary>Where the model is to be had.</summary>
    public IReadOnlyList<Surface> Surfaces { get; init; } = Surface.All;

    /// <summary>The members that cannot change once the entity is there.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        Of("customer", company => company.Customers),
        Of("customerPayment", company => company.PaymentJournals[Ids.Journal].Payments),
        Of("customerPaymentJournal", company => company.PaymentJournals),
        Of("salesInvoice", company => company.SalesInvoices),
        Of("paymentTerm", company => company.PaymentTerms),
        Of("paymentMethod", company => company.PaymentMethods),
        Of("shipmentMethod", company => company.ShipmentMethods),
        Of("currency", company => company.Currencies),
        Of("salesInvoiceLine", company => company.SalesInvoices[Ids.Invoice].Lines) with { Surfaces = [Surface.BusinessCentral] },
        OnCentral("taxArea", company => company.TaxAreas),
        OnCentral("countryRegion", company => company.CountriesAndRegions),
        OnCentral("defaultDimension", company => company.Customers[Ids.Customer].DefaultDimensions),
        OnCentral("dimensionSetLine", company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].DimensionSetLines)
            with { Fixed = [nameof(DimensionSetLine.Id), nameof(DimensionSetLine.Code)] },
        ReadOnly("account", company => company.Accounts),
        ReadOnly("generalLedgerEntry", company => company.GeneralLedgerEntries),
        ReadOnly("dimension", company => company.Dimensions),
        ReadOnly("dimensionValue", company => company.Dimensions[Ids.Term].Values),
        new(
            typeof(CustomerFinancialDetails),
            "customerFinancialDetail",
            null,
            null,
            async (client, id) => (await client.Companies[Ids.Company].Customers[id].GetFinancialDetailsAsync())!) { Surfaces = [Surface.BusinessCentral] },
        Of("attachment", company => company.SalesInvoices[Ids.Invoice].Attachments) with { Surfaces = [Surface.BusinessCentral] },
        new(typeof(Company), "company", null, null, async (client, id) => await client.Companies.GetAsync(id)),
    ];

    private static ModelCase OnCentral<TModel>(string schema, Func<CompanyClient, EntitySet<TModel>> set)
        where TModel : class => Of(schema, set) with { Surfaces = [Surface.BusinessCentral] };

    private static ModelCase ReadOnly<TModel>(string schema, Func<CompanyClient, ReadOnlyEntitySet<TModel>> set)
        where TModel : class => new(
            typeof(TModel),
            schema,
            null,
            null,
            async (client, id) => await set(client.Companies[Ids.Company]).GetAsync(id))
        { Surfaces = [Surface.BusinessCentral] };

    private static ModelCase Of<TModel>(string schema, Func<CompanyClient, EntitySet<TModel>> set)
        where TModel : class => new(
            typeof(TModel),
            schema,
            async (client, entity) => await set(client.Companies[Ids.Company]).CreateAsync((TModel)entity),
            async (client, entity) => await set(client.Companies[Ids.Company]).UpdateAsync((TModel)entity),
            async (client, id) => await set(client.Companies[Ids.Company]).GetAsync(id));
}
