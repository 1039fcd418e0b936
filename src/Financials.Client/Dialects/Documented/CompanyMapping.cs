using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The documented wire shape of <see cref="Company"/>.</summary>
internal sealed class CompanyMapping : WritableMapping<Company, Wire.Company>
{
    public static CompanyMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable
    {
        { nameof(Company.Id), "id" },
        { nameof(Company.SystemVersion), "systemVersion" },
        { nameof(Company.Name), "name" },
        { nameof(Company.DisplayName), "displayName" },
        { nameof(Company.BusinessProfileId), "businessProfileId" },
    };

    protected override void Write(Wire.Company wire, Company now, Company before, ref ChangedProperties changed)
    {
        // Nothing of a company can be set through the API.
    }

    protected override Company ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? systemVersion = null;
        string? name = null;
        string? displayName = null;
        string? businessProfileId = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(Company.Id): id = record.Id(); break;
                case nameof(Company.ETag): etag = record.ETag(); break;
                case nameof(Company.SystemVersion): systemVersion = record.Text(); break;
                case nameof(Company.Name): name = record.Text(); break;
                case nameof(Company.DisplayName): displayName = record.Text(); break;
                case nameof(Company.BusinessProfileId): businessProfileId = record.Text(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            SystemVersion = systemVersion,
            Name = name,
            DisplayName = displayName,
            BusinessProfileId = businessProfileId,
        };
    }
}
