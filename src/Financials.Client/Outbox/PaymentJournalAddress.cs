namespace Financials.Client;

/// <summary>Which journal of which company on which service.</summary>
public sealed record PaymentJournalAddress
{
    /// <summary>The address of the service, up to <c>/companies</c>.</summary>
    public required Uri Service { get; init; }

    /// <summary>The company's id.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The journal's id.</summary>
    public required Guid JournalId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"journal {JournalId:D} of company {CompanyId:D} on {Service.AbsoluteUri}";
}
