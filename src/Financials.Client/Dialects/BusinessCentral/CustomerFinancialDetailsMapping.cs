using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="CustomerFinancialDetails"/> as Business Central's API v2.0 has it.</summary>
internal sealed class CustomerFinancialDetailsMapping : WritableMapping<CustomerFinancialDetails, Wire.CustomerFinancialDetail>
{
    public static CustomerFinancialDetailsMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name)
    {
        { nameof(CustomerFinancialDetails.Id), "id" },
        { nameof(CustomerFinancialDetails.Number), "number" },
        { nameof(CustomerFinancialDetails.Balance), "balance" },
        { nameof(CustomerFinancialDetails.TotalSalesExcludingTax), "totalSalesExcludingTax" },
        { nameof(CustomerFinancialDetails.OverdueAmount), "overdueAmount" },
        { nameof(CustomerFinancialDetails.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.CustomerFinancialDetail wire, CustomerFinancialDetails now, CustomerFinancialDetails before, ref ChangedProperties changed)
    {
        // Nothing of it can be set through the API.
    }

    protected override CustomerFinancialDetails ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? number = null;
        decimal? balance = null;
        decimal? totalSalesExcludingTax = null;
        decimal? overdueAmount = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(CustomerFinancialDetails.Id): id = record.Id(); break;
                case nameof(CustomerFinancialDetails.ETag): etag = record.ETag(); break;
                case nameof(CustomerFinancialDetails.Number): number = record.Text(); break;
                case nameof(CustomerFinancialDetails.Balance): balance = record.Decimal(); break;
                case nameof(CustomerFinancialDetails.TotalSalesExcludingTax): totalSalesExcludingTax = record.Decimal(); break;
                case nameof(CustomerFinancialDetails.OverdueAmount): overdueAmount = record.Decimal(); break;
                case nameof(CustomerFinancialDetails.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Number = number,
            Balance = balance,
            TotalSalesExcludingTax = totalSalesExcludingTax,
            OverdueAmount = overdueAmount,
            LastModified = lastModified,
        };
    }
}
