using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="Customer"/>.</summary>
internal sealed class CustomerMapping : WritableMapping<Customer, Wire.Customer>
{
    public static CustomerMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(DocumentedDialect.Name)
    {
        { nameof(Customer.Id), "id" },
        { nameof(Customer.Number), "number" },
        { nameof(Customer.DisplayName), "displayName" },
        { nameof(Customer.Type), "type" },
        { nameof(Customer.PhoneNumber), "phoneNumber" },
        { nameof(Customer.Email), "email" },
        { nameof(Customer.Website), "website" },
        { nameof(Customer.TaxLiable), "taxLiable" },
        { nameof(Customer.TaxAreaId), "taxAreaId" },
        { nameof(Customer.TaxAreaDisplayName), "taxAreaDisplayName" },
        { nameof(Customer.TaxRegistrationNumber), "taxRegistrationNumber" },
        { nameof(Customer.CurrencyId), "currencyId" },
        { nameof(Customer.CurrencyCode), "currencyCode" },
        { nameof(Customer.PaymentTermsId), "paymentTermsId" },
        { nameof(Customer.ShipmentMethodId), "shipmentMethodId" },
        { nameof(Customer.PaymentMethodId), "paymentMethodId" },
        { nameof(Customer.Blocked), "blocked" },
        { nameof(Customer.Balance), "balance" },
        { nameof(Customer.OverdueAmount), "overdueAmount" },
        { nameof(Customer.TotalSalesExcludingTax), "totalSalesExcludingTax" },
        { nameof(Customer.LastModified), "lastModifiedDateTime" },
    }
        .WithCompound(nameof(Customer.Address), "address")
        .WithCompound(nameof(Customer.PaymentTerms), "paymentTerms")
        .WithCompound(nameof(Customer.ShipmentMethod), "shipmentMethod")
        .WithCompound(nameof(Customer.PaymentMethod), "paymentMethod")
        .WithNavigation(nameof(Customer.Currency), "currency")
        .WithNavigation(nameof(Customer.PaymentTerm), "paymentTerm");

    protected override void Write(Wire.Customer wire, Customer now, Customer before, ref ChangedProperties changed)
    {
        wire.Number = changed.Code(now.Number, before.Number);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.Type = changed.Option(now.Type?.Value, before.Type?.Value);
        wire.Address = changed.Object(nameof(Customer.Address), now.Address, before.Address, AddressMapping.ToWire, AddressMapping.Agree);
        wire.PhoneNumber = changed.Text(now.PhoneNumber, before.PhoneNumber);
        wire.Email = changed.Text(now.Email, before.Email);
        wire.Website = changed.Text(now.Website, before.Website);
        wire.TaxLiable = changed.Value(nameof(Customer.TaxLiable), now.TaxLiable, before.TaxLiable);
        wire.TaxAreaId = changed.Id(now.TaxAreaId, before.TaxAreaId);
        wire.TaxRegistrationNumber = changed.Text(now.TaxRegistrationNumber, before.TaxRegistrationNumber);
        wire.CurrencyId = changed.Id(now.CurrencyId, before.CurrencyId);
        wire.CurrencyCode = changed.Code(now.CurrencyCode, before.CurrencyCode);
        wire.PaymentTermsId = changed.Id(now.PaymentTermsId, before.PaymentTermsId);
        wire.ShipmentMethodId = changed.Id(now.ShipmentMethodId, before.ShipmentMethodId);
        wire.PaymentMethodId = changed.Id(now.PaymentMethodId, before.PaymentMethodId);
        wire.PaymentTerms = changed.Object(nameof(Customer.PaymentTerms), now.PaymentTerms, before.PaymentTerms, CodeDescriptionMapping.ToWire, CodeDescriptionMapping.Agree);
        wire.ShipmentMethod = changed.Object(nameof(Customer.ShipmentMethod), now.ShipmentMethod, before.ShipmentMethod, CodeDescriptionMapping.ToWire, CodeDescriptionMapping.Agree);
        wire.PaymentMethod = changed.Object(nameof(Customer.PaymentMethod), now.PaymentMethod, before.PaymentMethod, CodeDescriptionMapping.ToWire, CodeDescriptionMapping.Agree);
        wire.Blocked = changed.Option(now.Blocked?.Value, before.Blocked?.Value);
        changed.Refuse(nameof(Customer.SalespersonCode), now.SalespersonCode, before.SalespersonCode);
        changed.Refuse(nameof(Customer.CreditLimit), now.CreditLimit, before.CreditLimit);
    }

    protected override Customer ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? number = null;
        string? displayName = null;
        CustomerType? type = null;
        PostalAddress? address = null;
        string? phoneNumber = null;
        string? email = null;
        string? website = null;
        bool? taxLiable = null;
        Guid? taxAreaId = null;
        string? taxAreaDisplayName = null;
        string? taxRegistrationNumber = null;
        Guid? currencyId = null;
        string? currencyCode = null;
        Guid? paymentTermsId = null;
        Guid? shipmentMethodId = null;
        Guid? paymentMethodId = null;
        CodeDescription? paymentTerms = null;
        CodeDescription? shipmentMethod = null;
        CodeDescription? paymentMethod = null;
        CustomerBlocked? blocked = null;
        decimal? balance = null;
        decimal? overdueAmount = null;
        decimal? totalSalesExcludingTax = null;
        DateTimeOffset? lastModified = null;
        Currency? currency = null;
        PaymentTerm? paymentTerm = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(Customer.Id): id = record.Id(); break;
                case nameof(Customer.ETag): etag = record.ETag(); break;
                case nameof(Customer.Number): number = record.Text(); break;
                case nameof(Customer.DisplayName): displayName = record.Text(); break;
                case nameof(Customer.Type): type = record.Option() is { } option ? new CustomerType(option) : null; break;
                case nameof(Customer.Address): address = AddressMapping.Read(ref record); break;
                case nameof(Customer.PhoneNumber): phoneNumber = record.Text(); break;
                case nameof(Customer.Email): email = record.Text(); break;
                case nameof(Customer.Website): website = record.Text(); break;
                case nameof(Customer.TaxLiable): taxLiable = record.Boolean(); break;
                case nameof(Customer.TaxAreaId): taxAreaId = record.Id(); break;
                case nameof(Customer.TaxAreaDisplayName): taxAreaDisplayName = record.Text(); break;
                case nameof(Customer.TaxRegistrationNumber): taxRegistrationNumber = record.Text(); break;
                case nameof(Customer.CurrencyId): currencyId = record.Id(); break;
                case nameof(Customer.CurrencyCode): currencyCode = record.Text(); break;
                case nameof(Customer.PaymentTermsId): paymentTermsId = record.Id(); break;
                case nameof(Customer.ShipmentMethodId): shipmentMethodId = record.Id(); break;
                case nameof(Customer.PaymentMethodId): paymentMethodId = record.Id(); break;
                case nameof(Customer.PaymentTerms): paymentTerms = CodeDescriptionMapping.Read(ref record); break;
                case nameof(Customer.ShipmentMethod): shipmentMethod = CodeDescriptionMapping.Read(ref record); break;
                case nameof(Customer.PaymentMethod): paymentMethod = CodeDescriptionMapping.Read(ref record); break;
                case nameof(Customer.Blocked): blocked = record.IsNull ? null : new CustomerBlocked(record.Option() ?? ""); break;
                case nameof(Customer.Balance): balance = record.Decimal(); break;
                case nameof(Customer.OverdueAmount): overdueAmount = record.Decimal(); break;
                case nameof(Customer.TotalSalesExcludingTax): totalSalesExcludingTax = record.Decimal(); break;
                case nameof(Customer.LastModified): lastModified = record.Instant(); break;
                case nameof(Customer.Currency): currency = CurrencyMapping.Instance.ReadRelated(ref record); break;
                case nameof(Customer.PaymentTerm): paymentTerm = PaymentTermMapping.Instance.ReadRelated(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Number = number,
            DisplayName = displayName,
            Type = type,
            Address = address,
            PhoneNumber = phoneNumber,
            Email = email,
            Website = website,
            TaxLiable = taxLiable,
            TaxAreaId = taxAreaId,
            TaxAreaDisplayName = taxAreaDisplayName,
            TaxRegistrationNumber = taxRegistrationNumber,
            CurrencyId = currencyId,
            CurrencyCode = currencyCode,
            PaymentTermsId = paymentTermsId,
            ShipmentMethodId = shipmentMethodId,
            PaymentMethodId = paymentMethodId,
            PaymentTerms = paymentTerms,
            ShipmentMethod = shipmentMethod,
            PaymentMethod = paymentMethod,
            Blocked = blocked,
            Balance = balance,
            OverdueAmount = overdueAmount,
            TotalSalesExcludingTax = totalSalesExcludingTax,
            LastModified = lastModified,
            Currency = currency,
            PaymentTerm = paymentTerm,
        };
    }
}
