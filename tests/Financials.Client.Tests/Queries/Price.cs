namespace Financials.Client.Tests.Queries;

/// <summary>A value of an application's own that stands for a number.</summary>
internal readonly record struct Price(decimal Amount)
{
    public static implicit operator decimal(Price price) => price.Amount;
}
