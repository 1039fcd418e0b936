namespace Financials.Client.Operations;

/// <summary>What is unique in each set of entities. Document numbers are not: the server only indexes them.</summary>
internal static class NaturalKeys
{
    public static NaturalKey<Customer> OfCustomer { get; } = NaturalKey<Customer>.Code(nameof(Customer.Number), static customer => customer.Number);

    /// <summary>Within its journal.</summary>
    public static NaturalKey<CustomerPayment> OfJournalPayment { get; } =
        NaturalKey<CustomerPayment>.Number(nameof(CustomerPayment.LineNumber), static payment => payment.LineNumber);

    /// <summary>Within its invoice.</summary>
    public static NaturalKey<SalesInvoiceLine> OfInvoiceLine { get; } =
        NaturalKey<SalesInvoiceLine>.Number(nameof(SalesInvoiceLine.Sequence), static line => line.Sequence);

    public static NaturalKey<PaymentJournal> OfPaymentJournal { get; } = NaturalKey<PaymentJournal>.Code(nameof(PaymentJournal.Code), static journal => journal.Code);

    public static NaturalKey<PaymentTerm> OfPaymentTerm { get; } = NaturalKey<PaymentTerm>.Code(nameof(PaymentTerm.Code), static term => term.Code);

    public static NaturalKey<PaymentMethod> OfPaymentMethod { get; } = NaturalKey<PaymentMethod>.Code(nameof(PaymentMethod.Code), static method => method.Code);

    public static NaturalKey<ShipmentMethod> OfShipmentMethod { get; } = NaturalKey<ShipmentMethod>.Code(nameof(ShipmentMethod.Code), static method => method.Code);

    public static NaturalKey<TaxArea> OfTaxArea { get; } = NaturalKey<TaxArea>.Code(nameof(TaxArea.Code), static area => area.Code);

    public static NaturalKey<CountryRegion> OfCountryRegion { get; } = NaturalKey<CountryRegion>.Code(nameof(CountryRegion.Code), static country => country.Code);

    /// <summary>Within its customer.</summary>
    public static NaturalKey<DefaultDimension> OfDefaultDimension { get; } = new DimensionKey<DefaultDimension>(
        nameof(DefaultDimension.DimensionId), static given => given.DimensionId, nameof(DefaultDimension.DimensionCode), static given => given.DimensionCode);

    /// <summary>Within its payment or invoice.</summary>
    public static NaturalKey<DimensionSetLine> OfDimensionSetLine { get; } = new DimensionKey<DimensionSetLine>(
        nameof(DimensionSetLine.Id), static line => line.Id, nameof(DimensionSetLine.Code), static line => line.Code);

    public static NaturalKey<Currency> OfCurrency { get; } = NaturalKey<Currency>.Code(nameof(Currency.Code), static currency => currency.Code);
}
