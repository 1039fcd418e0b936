using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>The documented surface. Entities are stored as it shows them.</summary>
internal sealed class DocumentedSurface : Surface
{
    public override string Root => "/financials";

    public override string JournalMember => "journalDisplayName";

    public override bool TakesDocumentForms => true;

    public override bool TakesBatches => false;

    public override bool TopEndsPages => false;

    public override bool Shows(EntityType type) => EntityTypes.Documented.Contains(type);

    public override EntityView View(EntityType type) => new(type);

    /// <summary>A key in parentheses is a part of its own, as it is without them.</summary>
    public override string[] Segments(string path) =>
        [.. path.Split(['/', '('], StringSplitOptions.RemoveEmptyEntries).Select(segment => segment.TrimEnd(')'))];

    public override string Address(string path) => path;

    public override string? Action(string segment) => segment;

    public override Entity? Journal(CompanyData company, string value) => company.Journals.FindKey(value);
}
