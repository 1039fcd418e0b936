using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>A way to the data: its addresses, and the form in which it shows the entities. Data and rules are the same on all.</summary>
internal abstract class Surface
{
    public static Surface Documented { get; } = new DocumentedSurface();

    public static Surface BusinessCentral { get; } = new BusinessCentralSurface();

    /// <summary>The groups of APIs beside API v2.0 that list customers' ledger entries.</summary>
    public static IReadOnlyList<Surface> Ledgers { get; } =
        [new ApiQuerySurface("microsoft/analytics/v1.0", LedgerQueries.Analytics), new ApiQuerySurface("microsoft/reportsFinance/beta", LedgerQueries.Reports)];

    public static IReadOnlyList<Surface> All { get; } = [Documented, BusinessCentral, .. Ledgers];

    /// <summary>The path at which it begins.</summary>
    public abstract string Root { get; }

    /// <summary>The member by which a payment names its journal where the address does not.</summary>
    public abstract string JournalMember { get; }

    /// <summary>Whether it takes the requests that only the documents print, such as customers added by reference or through an invoice.</summary>
    public abstract bool TakesDocumentForms { get; }

    /// <summary>Whether it takes several requests in one.</summary>
    public abstract bool TakesBatches { get; }

    /// <summary>Whether a query with a <c>$top</c> has no next page, also where that is larger than a page.</summary>
    public virtual bool TopEndsPages => true;

    /// <summary>Whether it has a type of entity at all.</summary>
    /// <param name="type">The type as it is stored.</param>
    public abstract bool Shows(EntityType type);

    /// <summary>How it shows a type of entity.</summary>
    /// <param name="type">The type as it is stored.</param>
    public abstract EntityView View(EntityType type);

    /// <summary>A list that is put together from several tables; null where there is none of that name.</summary>
    public virtual ApiQuery? Query(string setName) => null;

    /// <summary>The names and keys in a path behind its root.</summary>
    /// <exception cref="ServiceException">The path is not of its form.</exception>
    public abstract string[] Segments(string path);

    /// <summary>A path as it writes it.</summary>
    /// <param name="path">The path with every key in a segment of its own.</param>
    public abstract string Address(string path);

    /// <summary>The name of the action that a segment calls; null where it cannot be one.</summary>
    public abstract string? Action(string segment);

    /// <summary>The journal of a value of <see cref="JournalMember"/>; null where there is none.</summary>
    public abstract Entity? Journal(CompanyData company, string value);
}
