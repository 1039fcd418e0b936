namespace Financials.Client.Benchmarks.Raw;

/// <summary>The address in <see cref="RawCustomer"/>.</summary>
internal sealed class RawAddress
{
    public string? Street { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? CountryLetterCode { get; set; }

    public string? PostalCode { get; set; }
}
