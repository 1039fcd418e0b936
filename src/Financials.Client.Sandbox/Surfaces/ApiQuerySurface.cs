using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>A group of APIs beside API v2.0 that has nothing but one list.</summary>
/// <param name="group">The publisher, group and version in its address.</param>
/// <param name="query">The list.</param>
internal sealed class ApiQuerySurface(string group, ApiQuery query) : Surface
{
    public override string Root { get; } = $"{BusinessCentralSurface.Environment}/api/{group}";

    public override string JournalMember => "journalId";

    public override bool TakesDocumentForms => false;

    public override bool TakesBatches => false;

    public override bool Shows(EntityType type) => false;

    public override EntityView View(EntityType type) => type == query.Type ? new(type) : BusinessCentralViews.Of(type);

    public override ApiQuery? Query(string setName) => setName == query.Type.SetName ? query : null;

    public override string[] Segments(string path) => BusinessCentral.Segments(path);

    public override string Address(string path) => BusinessCentral.Address(path);

    public override string? Action(string segment) => null;

    public override Entity? Journal(CompanyData company, string value) => null;
}
