using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="Company"/>.</summary>
internal sealed class CompanyMapping : EntityMapping<Company, Wire.Company, Wire.CompanyCollection>
{
    public static CompanyMapping Instance { get; } = new();

    public override IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>
    {
        [nameof(Company.Id)] = "id",
        [nameof(Company.SystemVersion)] = "systemVersion",
        [nameof(Company.Name)] = "name",
        [nameof(Company.DisplayName)] = "displayName",
        [nameof(Company.BusinessProfileId)] = "businessProfileId",
    };

    public override List<Wire.Company>? Rows(Wire.CompanyCollection page) => page.Value;

    public override string? NextLink(Wire.CompanyCollection page) => page.OdataNextLink;

    protected override void Write(Wire.Company wire, Company now, Company before, ref ChangedMembers changed)
    {
        // Nothing of a company can be set through the API.
    }

    protected override Company Read(Wire.Company wire) => new()
    {
        Id = WireValues.Id(wire.Id),
        ETag = WireValues.Text(wire.OdataEtag),
        SystemVersion = WireValues.Text(wire.SystemVersion),
        Name = WireValues.Text(wire.Name),
        DisplayName = WireValues.Text(wire.DisplayName),
        BusinessProfileId = WireValues.Text(wire.BusinessProfileId),
    };
}
