namespace Financials.Client.SafeCreates;

// Stryker disable all : the service evaluates these conditions, and it cannot evaluate the switch that Stryker builds into them.

/// <summary>What is unique in each set of entities. Document numbers are not: the server only indexes them.</summary>
internal static class NaturalKeys
{
    public static NaturalKey<Customer> OfCustomer { get; } =
        NaturalKey<Customer>.Text(customer => customer.Number, number => customer => customer.Number == number);

    /// <summary>Within its journal.</summary>
    public static NaturalKey<CustomerPayment> OfJournalPayment { get; } =
        NaturalKey<CustomerPayment>.Number(payment => payment.LineNumber, number => payment => payment.LineNumber == number);

    public static NaturalKey<PaymentJournal> OfPaymentJournal { get; } =
        NaturalKey<PaymentJournal>.Text(journal => journal.Code, code => journal => journal.Code == code);

    public static NaturalKey<PaymentTerm> OfPaymentTerm { get; } =
        NaturalKey<PaymentTerm>.Text(term => term.Code, code => term => term.Code == code);

    public static NaturalKey<PaymentMethod> OfPaymentMethod { get; } =
        NaturalKey<PaymentMethod>.Text(method => method.Code, code => method => method.Code == code);

    public static NaturalKey<ShipmentMethod> OfShipmentMethod { get; } =
        NaturalKey<ShipmentMethod>.Text(method => method.Code, code => method => method.Code == code);

    public static NaturalKey<Currency> OfCurrency { get; } =
        NaturalKey<Currency>.Text(currency => currency.Code, code => currency => currency.Code == code);
}
