using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Financials.Client.Tests.Contract;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>A form in which a service shows the models, with its contract.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Client">A client over a transport.</param>
/// <param name="Names">The members whose wire name is not their own name with a small first letter.</param>
/// <param name="Lacking">The members that the surface does not have.</param>
/// <param name="NotInModels">Members of the contract that no model has, and why.</param>
/// <param name="NotSettable">Members of the contract that could be written and that no model can set, and why.</param>
internal sealed record Surface(
    ContractDocument Contract,
    Func<HttpMessageHandler, FinancialsClient> Client,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<string> Lacking,
    IReadOnlyDictionary<string, string> NotInModels,
    IReadOnlyDictionary<string, string> NotSettable)
{
    private static readonly string[] FlatParts = ["AddressLine1", "AddressLine2", "City", "State", "Country", "PostCode"];

    public static Surface Documented { get; } = new(
        ContractDocument.Documented,
        TestClients.Facade,
        new Dictionary<string, string>(),
        [
            "Customer.SalespersonCode", "Customer.CreditLimit", "Customer.BalanceDue", "Customer.FinancialDetails", "CustomerPayment.JournalId", "SalesInvoice.PostingDate",
            "SalesInvoice.PromisedPayDate", "SalesInvoice.RemainingAmount", "SalesInvoice.Lines", "Company.Created", "Company.LastModified",
        ],
        new Dictionary<string, string>
        {
            ["@odata.context"] = "Control information: describes the answer, not the entity.",
            ["@odata.type"] = "Control information: each set has one type.",
        },
        new Dictionary<string, string>());

    public static Surface BusinessCentral { get; } = new(
        ContractDocument.BusinessCentral,
        TestClients.BusinessCentral,
        new Dictionary<string, string>
        {
            ["Company.Created"] = "systemCreatedAt",
            ["Company.LastModified"] = "systemModifiedAt",
            ["SalesInvoice.Lines"] = "salesInvoiceLines",
            ["Customer.FinancialDetails"] = "customerFinancialDetail",
            ["DefaultDimension.CustomerId"] = "parentId",
            ["Dimension.Values"] = "dimensionValues",
            ["SalesInvoiceLine.InvoiceId"] = "documentId",
            ["SalesInvoiceLine.Type"] = "lineType",
            ["SalesInvoiceLine.ObjectNumber"] = "lineObjectNumber",
        },
        [
            "Customer.PaymentTerms", "Customer.ShipmentMethod", "Customer.PaymentMethod", "Customer.Balance", "Customer.OverdueAmount",
            "Customer.TotalSalesExcludingTax", "CustomerPayment.ContactId",
        ],
        new Dictionary<string, string>
        {
            ["@odata.context"] = "Control information: describes the answer, not the entity.",
            ["company.timestamp"] = "Means nothing to an application.",
            ["company.systemCreatedBy"] = "Means nothing to an application.",
            ["company.systemModifiedBy"] = "Means nothing to an application.",
            ["attachment.attachmentContent@odata.mediaEditLink"] = "The client makes this address itself.",
            ["attachment.attachmentContent@odata.mediaReadLink"] = "The client makes this address itself.",
            ["customer.defaultDimensions"] = "Read by calls of their own.",
            ["customer.paymentMethod"] = "The model has the value of 2017 under this name; read by a call of its own.",
            ["customer.shipmentMethod"] = "The model has the value of 2017 under this name; read by a call of its own.",
            ["customerPayment.customerPaymentJournal"] = "The payment's address names it.",
            ["customerPayment.dimensionSetLines"] = "Read by calls of their own.",
            ["defaultDimension.dimension"] = "The model has its id and its code.",
            ["defaultDimension.dimensionValue"] = "The model has its id and its code.",
            ["defaultDimension.parentType"] = "The address says that it is a customer's.",
            ["dimensionSetLine.parentType"] = "The address says what it belongs to.",
            ["dimensionValue.dimension"] = "The address names it.",
            ["generalLedgerEntry.attachments"] = "Not covered yet.",
            ["generalLedgerEntry.dimensionSetLines"] = "Not covered yet.",
            ["salesInvoice.attachments"] = "Read by a call of its own.",
            ["salesInvoice.dimensionSetLines"] = "Read by calls of their own.",
            ["salesInvoice.disputeStatus"] = "Not covered yet.",
            ["salesInvoice.disputeStatusId"] = "Not covered yet.",
            ["salesInvoice.pdfDocument"] = "Read by a call of its own.",
            ["salesInvoice.shortcutDimension1Code"] = "Not covered yet.",
            ["salesInvoice.shortcutDimension2Code"] = "Not covered yet.",
            ["salesInvoiceLine.account"] = "Not covered yet.",
            ["salesInvoiceLine.dimensionSetLines"] = "Not covered yet.",
        },
        new Dictionary<string, string>
        {
            ["attachment.byteSize"] = "The service counts the content.",
            ["attachment.parentId"] = "The set that the attachment is created in says it.",
            ["attachment.parentType"] = "The set that the attachment is created in says it.",
            ["customerPaymentJournal.customerPayments"] = "Entities are created one by one.",
            ["salesInvoice.salesInvoiceLines"] = "Entities are created one by one.",
            ["defaultDimension.parentId"] = "The address names the customer.",
            ["customerPayment.journalId"] = "The address names the journal.",
            ["customerPayment.journalDisplayName"] = "The service passes it over: the address names the journal.",
            ["salesInvoiceLine.documentId"] = "The address names the invoice.",
        });

    public static IReadOnlyList<Surface> All { get; } = [Documented, BusinessCentral];

    private bool IsFlat => this == BusinessCentral;

    public bool Has(PropertyInfo member) => !Lacking.Contains(KeyOf(member));

    /// <summary>Whether a member that a caller can set is written here.</summary>
    public bool Writes(PropertyInfo member) => Has(member) && !(IsFlat && KeyOf(member) == "CustomerPayment.JournalDisplayName");

    /// <summary>The wire names of a member: several where it is an address whose parts stand by themselves.</summary>
    public IReadOnlyList<string> NamesOf(PropertyInfo member) =>
        IsFlat && member.PropertyType == typeof(PostalAddress)
            ? [.. FlatParts.Select(part => FlatName(member.Name, part))]
            : [Names.GetValueOrDefault(KeyOf(member)) ?? WireForm.NameOf(member)];

    /// <summary>A member with its value as this surface has it.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Pairs(PropertyInfo member, object? value)
    {
        IReadOnlyList<JsonNode?> values = (IsFlat, value) switch
        {
            (true, PostalAddress address) => [.. Lines(address.Street), address.City, address.State, address.CountryCode, address.PostalCode],
            (true, Models.IOpenEnumeration option) => [XmlConvert.EncodeLocalName(option.Value)],
            _ => [WireForm.Of(value)],
        };
        return NamesOf(member).Zip(values, KeyValuePair.Create);
    }

    /// <summary>A member with what stands for "nothing".</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Nothings(PropertyInfo member) =>
        NamesOf(member).Select(name => KeyValuePair.Create(name, (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType).Name switch
        {
            nameof(String) => "",
            nameof(PostalAddress) when IsFlat => "",
            nameof(Guid) => "00000000-0000-0000-0000-000000000000",
            nameof(DateOnly) => "0001-01-01",
            _ when typeof(Models.IOpenEnumeration).IsAssignableFrom(Nullable.GetUnderlyingType(member.PropertyType)) => IsFlat ? "_x0020_" : " ",
            _ => (JsonNode?)null,
        }));

    /// <summary>The members of a schema that models have, each with whether it can be written.</summary>
    public IEnumerable<(string Name, bool IsWritable)> MembersOf(string schema) =>
        from member in Contract.Schemas[schema]
        where !NotInModels.ContainsKey(member.Key) && !NotInModels.ContainsKey($"{schema}.{member.Key}")
        select (member.Key, ContractDocument.Text(member.Value, "readOnly") != "true" && !NotSettable.ContainsKey($"{schema}.{member.Key}"));

    public override string ToString() => Contract.GeneratedName;

    private static string KeyOf(PropertyInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    private static IEnumerable<JsonNode?> Lines(string? street) => street!.Split('\n').Select(line => (JsonNode?)line);

    private static string FlatName(string address, string part) => address switch
    {
        nameof(Customer.Address) => JsonNamingPolicy.CamelCase.ConvertName(part == "PostCode" ? "PostalCode" : part),
        nameof(SalesInvoice.SellingPostalAddress) => $"sellTo{part}",
        nameof(SalesInvoice.BillingPostalAddress) => $"billTo{part}",
        nameof(SalesInvoice.ShippingPostalAddress) => $"shipTo{part}",
        _ => throw new NotSupportedException(address),
    };
}
