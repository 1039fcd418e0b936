using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="Company"/> as Business Central's API v2.0 has it.</summary>
internal sealed class CompanyMapping : WritableMapping<Company, Wire.Company>
{
    public static CompanyMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(Company.Id), "id" },
        { nameof(Company.SystemVersion), "systemVersion" },
        { nameof(Company.Name), "name" },
        { nameof(Company.DisplayName), "displayName" },
        { nameof(Company.BusinessProfileId), "businessProfileId" },
        { nameof(Company.Created), "systemCreatedAt" },
        { nameof(Company.LastModified), "systemModifiedAt" },
    };

    protected override void Write(Wire.Company wire, Company now, Company before, ref ChangedProperties changed)
    {
        // Nothing of it can be set through the API.
    }

    protected override Company ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? systemVersion = null;
        string? name = null;
        string? displayName = null;
        string? businessProfileId = null;
        DateTimeOffset? created = null;
        DateTimeOffset? lastModified = null;
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
                case nameof(Company.Created): created = record.Instant(); break;
                case nameof(Company.LastModified): lastModified = record.Instant(); break;
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
            Created = created,
            LastModified = lastModified,
        };
    }
}
