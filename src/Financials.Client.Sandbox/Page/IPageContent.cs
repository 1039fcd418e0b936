namespace Financials.Client.Sandbox.Page;

/// <summary>What the page shows, as it is now.</summary>
internal interface IPageContent
{
    /// <summary>The address that a client is pointed at.</summary>
    Uri BaseAddress { get; }

    /// <summary>The address of the same data as Business Central's API v2.0.</summary>
    Uri BusinessCentralAddress { get; }

    /// <summary>The token that a client needs.</summary>
    string Token { get; }

    IReadOnlyList<PageCompany> Companies { get; }

    /// <summary>The faults that a person can switch.</summary>
    IReadOnlyList<FaultSwitch> Faults { get; }

    /// <summary>The last requests, the newest first.</summary>
    /// <param name="most">At most this many.</param>
    IReadOnlyList<PageRequest> LastRequests(int most);

    /// <summary>What a company holds; null where there is no such company.</summary>
    /// <param name="companyId">The company's id.</param>
    /// <param name="most">At most this many entities of each set, the newest ones.</param>
    PageCompanyContent? Content(Guid companyId, int most);

    /// <summary>What was answered to a request that was received a moment ago, as text; null where it is not known, or not any more.</summary>
    /// <param name="number">Which request, counted from the start.</param>
    string? ResponseTo(long number);

    /// <summary>Posts a journal.</summary>
    /// <returns>Why it was refused; null where it was not.</returns>
    string? Post(Guid companyId, Guid journalId);
}
