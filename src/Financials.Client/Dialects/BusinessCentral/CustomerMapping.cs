using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="Customer"/> as Business Central's API v2.0 has it.</summary>
internal sealed class CustomerMapping : WritableMapping<Customer, Wire.Customer>
{
    private const string Address = nameof(Customer.Address);

    public static CustomerMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(Customer.Id), "id" },
        { nameof(Customer.Number), "number" },
        { nameof(Customer.DisplayName), "displayName" },
        { nameof(Customer.Type), "type" },
        { nameof(Customer.PhoneNumber), "phoneNumber" },
        { nameof(Customer.Email), "email" },
        { nameof(Customer.Website), "website" },
        { nameof(Customer.SalespersonCode), "salespersonCode" },
        { nameof(Customer.BalanceDue), "balanceDue" },
        { nameof(Customer.CreditLimit), "creditLimit" },
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
        { nameof(Customer.LastModified), "lastModifiedDateTime" },
    }
        .WithAddress(Address, "addressLine1", "addressLine2", "city", "state", "country", "postalCode")
        .WithNavigation(nameof(Customer.Currency), "currency")
        .WithNavigation(nameof(Customer.PaymentTerm), "paymentTerm")
        .WithNavigation(nameof(Customer.FinancialDetails), "customerFinancialDetail");

    protected override void Write(Wire.Customer wire, Customer now, Customer before, ref ChangedProperties changed)
    {
        var (address, addressBefore) = (FlatAddress.Of(now.Address), FlatAddress.Of(before.Address));
        wire.Number = changed.Code(now.Number, before.Number);
        wire.DisplayName = changed.Text(now.DisplayName, before.DisplayName);
        wire.Type = OptionName.Encoded(changed.Option(now.Type?.Value, before.Type?.Value));
        wire.AddressLine1 = changed.Text(address.Line1, addressBefore.Line1);
        wire.AddressLine2 = changed.Text(address.Line2, addressBefore.Line2);
        wire.City = changed.Text(address.City, addressBefore.City);
        wire.State = changed.Text(address.State, addressBefore.State);
        wire.Country = changed.Code(address.Country, addressBefore.Country);
        wire.PostalCode = changed.Code(address.PostalCode, addressBefore.PostalCode);
        wire.PhoneNumber = changed.Text(now.PhoneNumber, before.PhoneNumber);
        wire.Email = changed.Text(now.Email, before.Email);
        wire.Website = changed.Text(now.Website, before.Website);
        wire.SalespersonCode = changed.Code(now.SalespersonCode, before.SalespersonCode);
        wire.CreditLimit = changed.Amount(nameof(Customer.CreditLimit), now.CreditLimit, before.CreditLimit);
        wire.TaxLiable = changed.Value(nameof(Customer.TaxLiable), now.TaxLiable, before.TaxLiable);
        wire.TaxAreaId = changed.Id(now.TaxAreaId, before.TaxAreaId);
        wire.TaxRegistrationNumber = changed.Text(now.TaxRegistrationNumber, before.TaxRegistrationNumber);
        wire.CurrencyId = changed.Id(now.CurrencyId, before.CurrencyId);
        wire.CurrencyCode = changed.Code(now.CurrencyCode, before.CurrencyCode);
        wire.PaymentTermsId = changed.Id(now.PaymentTermsId, before.PaymentTermsId);
        wire.ShipmentMethodId = changed.Id(now.ShipmentMethodId, before.ShipmentMethodId);
        wire.PaymentMethodId = changed.Id(now.PaymentMethodId, before.PaymentMethodId);
        wire.Blocked = OptionName.Encoded(changed.Option(now.Blocked?.Value, before.Blocked?.Value));
        changed.Refuse(nameof(Customer.PaymentTerms), now.PaymentTerms, before.PaymentTerms, "Use PaymentTermsId instead.");
        changed.Refuse(nameof(Customer.ShipmentMethod), now.ShipmentMethod, before.ShipmentMethod, "Use ShipmentMethodId instead.");
        changed.Refuse(nameof(Customer.PaymentMethod), now.PaymentMethod, before.PaymentMethod, "Use PaymentMethodId instead.");
    }

    protected override Customer ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? number = null;
        string? displayName = null;
        CustomerType? type = null;
        var address = default(FlatAddress);
        string? phoneNumber = null;
        string? email = null;
        string? website = null;
        string? salespersonCode = null;
        decimal? balanceDue = null;
        decimal? creditLimit = null;
        bool? taxLiable = null;
        Guid? taxAreaId = null;
        string? taxAreaDisplayName = null;
        string? taxRegistrationNumber = null;
        Guid? currencyId = null;
        string? currencyCode = null;
        Guid? paymentTermsId = null;
        Guid? shipmentMethodId = null;
        Guid? paymentMethodId = null;
        CustomerBlocked? blocked = null;
        DateTimeOffset? lastModified = null;
        Currency? currency = null;
        PaymentTerm? paymentTerm = null;
        CustomerFinancialDetails? financialDetails = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(Customer.Id): id = record.Id(); break;
                case nameof(Customer.ETag): etag = record.ETag(); break;
                case nameof(Customer.Number): number = record.Text(); break;
                case nameof(Customer.DisplayName): displayName = record.Text(); break;
                case nameof(Customer.Type): type = OptionName.Decoded(record.Option()) is { } typeName ? new CustomerType(typeName) : null; break;
                case Address + FlatAddress.LineOne: address.Line1 = record.Text(); break;
                case Address + FlatAddress.LineTwo: address.Line2 = record.Text(); break;
                case Address + FlatAddress.InCity: address.City = record.Text(); break;
                case Address + FlatAddress.InState: address.State = record.Text(); break;
                case Address + FlatAddress.InCountry: address.Country = record.Text(); break;
                case Address + FlatAddress.WithPostalCode: address.PostalCode = record.Text(); break;
                case nameof(Customer.PhoneNumber): phoneNumber = record.Text(); break;
                case nameof(Customer.Email): email = record.Text(); break;
                case nameof(Customer.Website): website = record.Text(); break;
                case nameof(Customer.SalespersonCode): salespersonCode = record.Text(); break;
                case nameof(Customer.BalanceDue): balanceDue = record.Decimal(); break;
                case nameof(Customer.CreditLimit): creditLimit = record.Decimal(); break;
                case nameof(Customer.TaxLiable): taxLiable = record.Boolean(); break;
                case nameof(Customer.TaxAreaId): taxAreaId = record.Id(); break;
                case nameof(Customer.TaxAreaDisplayName): taxAreaDisplayName = record.Text(); break;
                case nameof(Customer.TaxRegistrationNumber): taxRegistrationNumber = record.Text(); break;
                case nameof(Customer.CurrencyId): currencyId = record.Id(); break;
                case nameof(Customer.CurrencyCode): currencyCode = record.Text(); break;
                case nameof(Customer.PaymentTermsId): paymentTermsId = record.Id(); break;
                case nameof(Customer.ShipmentMethodId): shipmentMethodId = record.Id(); break;
                case nameof(Customer.PaymentMethodId): paymentMethodId = record.Id(); break;
                case nameof(Customer.Blocked): blocked = record.IsNull ? null : new CustomerBlocked(OptionName.Decoded(record.Option()) ?? ""); break;
                case nameof(Customer.LastModified): lastModified = record.Instant(); break;
                case nameof(Customer.Currency): currency = CurrencyMapping.Instance.ReadRelated(ref record); break;
                case nameof(Customer.PaymentTerm): paymentTerm = PaymentTermMapping.Instance.ReadRelated(ref record); break;
                case nameof(Customer.FinancialDetails): financialDetails = CustomerFinancialDetailsMapping.Instance.ReadRelated(ref record); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Number = number,
            DisplayName = displayName,
            Type = type,
            Address = address.ToModel(),
            PhoneNumber = phoneNumber,
            Email = email,
            Website = website,
            SalespersonCode = salespersonCode,
            BalanceDue = balanceDue,
            CreditLimit = creditLimit,
            TaxLiable = taxLiable,
            TaxAreaId = taxAreaId,
            TaxAreaDisplayName = taxAreaDisplayName,
            TaxRegistrationNumber = taxRegistrationNumber,
            CurrencyId = currencyId,
            CurrencyCode = currencyCode,
            PaymentTermsId = paymentTermsId,
            ShipmentMethodId = shipmentMethodId,
            PaymentMethodId = paymentMethodId,
            Blocked = blocked,
            LastModified = lastModified,
            Currency = currency,
            PaymentTerm = paymentTerm,
            FinancialDetails = financialDetails,
        };
    }
}
