using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="Customer"/>.</summary>
internal sealed class CustomerMapping : EntityMapping<Customer, Wire.Customer, Wire.CustomerCollection>
{
    public static CustomerMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(Customer.Id)] = "id",
        [nameof(Customer.Number)] = "number",
        [nameof(Customer.DisplayName)] = "displayName",
        [nameof(Customer.Type)] = "type",
        [nameof(Customer.PhoneNumber)] = "phoneNumber",
        [nameof(Customer.Email)] = "email",
        [nameof(Customer.Website)] = "website",
        [nameof(Customer.TaxLiable)] = "taxLiable",
        [nameof(Customer.TaxAreaId)] = "taxAreaId",
        [nameof(Customer.TaxAreaDisplayName)] = "taxAreaDisplayName",
        [nameof(Customer.TaxRegistrationNumber)] = "taxRegistrationNumber",
        [nameof(Customer.CurrencyId)] = "currencyId",
        [nameof(Customer.CurrencyCode)] = "currencyCode",
        [nameof(Customer.PaymentTermsId)] = "paymentTermsId",
        [nameof(Customer.ShipmentMethodId)] = "shipmentMethodId",
        [nameof(Customer.PaymentMethodId)] = "paymentMethodId",
        [nameof(Customer.Blocked)] = "blocked",
        [nameof(Customer.Balance)] = "balance",
        [nameof(Customer.OverdueAmount)] = "overdueAmount",
        [nameof(Customer.TotalSalesExcludingTax)] = "totalSalesExcludingTax",
        [nameof(Customer.LastModified)] = "lastModifiedDateTime",
    };

    public override IReadOnlyDictionary<string, string> Compounds { get; } = new Dictionary<string, string>
    {
        [nameof(Customer.Address)] = "address",
        [nameof(Customer.PaymentTerms)] = "paymentTerms",
        [nameof(Customer.ShipmentMethod)] = "shipmentMethod",
        [nameof(Customer.PaymentMethod)] = "paymentMethod",
    };

    public override IReadOnlyDictionary<string, string> Navigations { get; } = new Dictionary<string, string>
    {
        [nameof(Customer.Currency)] = "currency",
        [nameof(Customer.PaymentTerm)] = "paymentTerm",
    };

    public override List<Wire.Customer>? Rows(Wire.CustomerCollection page) => page.Value;

    public override string? NextLink(Wire.CustomerCollection page) => page.OdataNextLink;

    protected override void Write(Wire.Customer wire, Customer now, Customer before, ref ChangedMembers changed)
    {
        wire.Number = changed.Code(now.Number, before.Number);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.Type = changed.Option(now.Type?.Value, before.Type?.Value);
        wire.Address = changed.Object("address", now.Address, before.Address, AddressMapping.ToWire, AddressMapping.Agree);
        wire.PhoneNumber = changed.Text(now.PhoneNumber, before.PhoneNumber);
        wire.Email = changed.Text(now.Email, before.Email);
        wire.Website = changed.Text(now.Website, before.Website);
        wire.TaxLiable = changed.Value("taxLiable", now.TaxLiable, before.TaxLiable);
        wire.TaxAreaId = changed.Id(now.TaxAreaId, before.TaxAreaId);
        wire.TaxRegistrationNumber = changed.Text(now.TaxRegistrationNumber, before.TaxRegistrationNumber);
        wire.CurrencyId = changed.Id(now.CurrencyId, before.CurrencyId);
        wire.CurrencyCode = changed.Code(now.CurrencyCode, before.CurrencyCode);
        wire.PaymentTermsId = changed.Id(now.PaymentTermsId, before.PaymentTermsId);
        wire.ShipmentMethodId = changed.Id(now.ShipmentMethodId, before.ShipmentMethodId);
        wire.PaymentMethodId = changed.Id(now.PaymentMethodId, before.PaymentMethodId);
        wire.PaymentTerms = changed.Object("paymentTerms", now.PaymentTerms, before.PaymentTerms, CodeDescriptionMapping.ToWire, CodeDescriptionMapping.Agree);
        wire.ShipmentMethod = changed.Object("shipmentMethod", now.ShipmentMethod, before.ShipmentMethod, CodeDescriptionMapping.ToWire, CodeDescriptionMapping.Agree);
        wire.PaymentMethod = changed.Object("paymentMethod", now.PaymentMethod, before.PaymentMethod, CodeDescriptionMapping.ToWire, CodeDescriptionMapping.Agree);
        wire.Blocked = changed.Option(now.Blocked?.Value, before.Blocked?.Value);
    }

    protected override Customer Read(Wire.Customer wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Number = WireValues.Text(wire.Number),
        DisplayName = WireValues.Text(wire.DisplayName),
        Type = WireValues.Option(wire.Type) is { } type ? new CustomerType(type) : null,
        Address = AddressMapping.ToModel(wire.Address),
        PhoneNumber = WireValues.Text(wire.PhoneNumber),
        Email = WireValues.Text(wire.Email),
        Website = WireValues.Text(wire.Website),
        TaxLiable = wire.TaxLiable,
        TaxAreaId = WireValues.Id(wire.TaxAreaId),
        TaxAreaDisplayName = WireValues.Text(wire.TaxAreaDisplayName),
        TaxRegistrationNumber = WireValues.Text(wire.TaxRegistrationNumber),
        CurrencyId = WireValues.Id(wire.CurrencyId),
        CurrencyCode = WireValues.Text(wire.CurrencyCode),
        PaymentTermsId = WireValues.Id(wire.PaymentTermsId),
        ShipmentMethodId = WireValues.Id(wire.ShipmentMethodId),
        PaymentMethodId = WireValues.Id(wire.PaymentMethodId),
        PaymentTerms = CodeDescriptionMapping.ToModel(wire.PaymentTerms),
        ShipmentMethod = CodeDescriptionMapping.ToModel(wire.ShipmentMethod),
        PaymentMethod = CodeDescriptionMapping.ToModel(wire.PaymentMethod),
        Blocked = wire.Blocked is { } blocked ? new CustomerBlocked(WireValues.Option(blocked) ?? "") : null,
        Balance = wire.Balance,
        OverdueAmount = wire.OverdueAmount,
        TotalSalesExcludingTax = wire.TotalSalesExcludingTax,
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
        Currency = wire.Currency is { } currency ? CurrencyMapping.Instance.ToModel(currency) : null,
        PaymentTerm = wire.PaymentTerm is { } paymentTerm ? PaymentTermMapping.Instance.ToModel(paymentTerm) : null,
    };
}
