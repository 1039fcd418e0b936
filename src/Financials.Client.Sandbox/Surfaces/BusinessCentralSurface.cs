using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Surfaces;

/// <summary>Business Central's API v2.0.</summary>
internal sealed partial class BusinessCentralSurface : Surface
{
    /// <summary>The tenant and environment in the addresses of Business Central.</summary>
    public const string Environment = "/v2.0/sandbox.example/sandbox";

    private const string Actions = "Microsoft.NAV.";

    public override string Root => Environment + "/api/v2.0";

    public override string JournalMember => "journalId";

    public override bool TakesDocumentForms => false;

    public override bool TakesBatches => true;

    public override bool Shows(EntityType type) => BusinessCentralViews.Has(type);

    public override EntityView View(EntityType type) => BusinessCentralViews.Of(type);

    /// <summary>
    /// Keys stand in parentheses, and nowhere else; nothing but an option such as <c>$count</c>, and the content of a single
    /// entity, can follow a name without a key.
    /// </summary>
    public override string[] Segments(string path)
    {
        var segments = new List<string>();
        var hasKey = true;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!hasKey && !part.StartsWith('$') && !part.EndsWith("Content", StringComparison.Ordinal))
            {
                throw ServiceException.NoSegment(part);
            }

            var key = part.IndexOf('(', StringComparison.Ordinal);
            hasKey = key > 0 && part.EndsWith(')');
            segments.AddRange(hasKey ? [part[..key], part[(key + 1)..^1]] : [part]);
        }

        return [.. segments];
    }

    public override string Address(string path) => KeySegment().Replace(path, "($1)");

    public override string? Action(string segment) => segment.StartsWith(Actions, StringComparison.OrdinalIgnoreCase) ? segment[Actions.Length..] : null;

    public override Entity? Journal(CompanyData company, string value) =>
        Guid.TryParse(value, out var id) ? company.Journals.Find(id) : null;

    [GeneratedRegex("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", RegexOptions.CultureInvariant)]
    private static partial Regex KeySegment();
}
