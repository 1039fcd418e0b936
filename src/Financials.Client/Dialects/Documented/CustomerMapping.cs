using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>Customers between the public model and the documented wire shape.</summary>
internal static class CustomerMapping
{
    /// <summary>The members a caller may set, and of those the ones that are set.</summary>
    public static Wire.Customer ToWire(Customer customer)
    {
        var wire = new Wire.Customer
        {
            Number = customer.Number,
            DisplayName = customer.DisplayName,
            Type = customer.Type?.Value,
            Address = ToWire(customer.Address),
            PhoneNumber = customer.PhoneNumber,
            Email = customer.Email,
            Website = customer.Website,
            TaxLiable = customer.TaxLiable,
            TaxAreaId = customer.TaxAreaId,
            TaxRegistrationNumber = customer.TaxRegistrationNumber,
            CurrencyId = customer.CurrencyId,
            CurrencyCode = customer.CurrencyCode,
            PaymentTermsId = customer.PaymentTermsId,
            ShipmentMethodId = customer.ShipmentMethodId,
            PaymentMethodId = customer.PaymentMethodId,
            Blocked = customer.Blocked?.Value,
        };
        wire.PaymentTerms = ToWire(customer.PaymentTerms, "paymentTerms", wire);
        wire.ShipmentMethod = ToWire(customer.ShipmentMethod, "shipmentMethod", wire);
        wire.PaymentMethod = ToWire(customer.PaymentMethod, "paymentMethod", wire);
        return wire;
    }

    public static Customer ToModel(Wire.Customer wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        Number = WireValues.Text(wire.Number),
        DisplayName = WireValues.Text(wire.DisplayName),
        Type = WireValues.Option(wire.Type) is { } type ? new CustomerType(type) : null,
        Address = ToModel(wire.Address),
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
        PaymentTerms = ToModel(wire.PaymentTerms),
        ShipmentMethod = ToModel(wire.ShipmentMethod),
        PaymentMethod = ToModel(wire.PaymentMethod),
        Blocked = wire.Blocked is { } blocked ? new CustomerBlocked(WireValues.Option(blocked) ?? "") : null,
        Balance = wire.Balance,
        OverdueAmount = wire.OverdueAmount,
        TotalSalesExcludingTax = wire.TotalSalesExcludingTax,
        LastModified = WireValues.Instant(wire.LastModifiedDateTime),
    };

    private static Wire.PostalAddress? ToWire(PostalAddress? address) => address is null ? null : new()
    {
        Street = address.Street,
        City = address.City,
        State = address.State,
        CountryLetterCode = address.CountryCode,
        PostalCode = address.PostalCode,
    };

    private static PostalAddress? ToModel(Wire.PostalAddress? wire)
    {
        if (wire is null)
        {
            return null;
        }

        var address = new PostalAddress
        {
            Street = WireValues.Text(wire.Street),
            City = WireValues.Text(wire.City),
            State = WireValues.Text(wire.State),
            CountryCode = WireValues.Text(wire.CountryLetterCode),
            PostalCode = WireValues.Text(wire.PostalCode),
        };
        return address == Nowhere ? null : address;
    }

    private static Wire.CodeDescription? ToWire(CodeDescription? value, string member, Wire.Customer customer)
    {
        if (value is null)
        {
            return null;
        }

        if (value == CodeDescription.None)
        {
            customer.AdditionalData[member] = null!;
            return null;
        }

        return new() { Code = value.Code, Description = value.Description };
    }

    private static CodeDescription? ToModel(Wire.CodeDescription? wire)
    {
        if (wire is null)
        {
            return null;
        }

        var value = new CodeDescription { Code = WireValues.Text(wire.Code), Description = WireValues.Text(wire.Description) };
        return value == CodeDescription.None ? null : value;
    }

    private static readonly PostalAddress Nowhere = new();
}
