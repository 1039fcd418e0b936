using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="Account"/> as Business Central's API v2.0 has it.</summary>
internal sealed class AccountMapping : WritableMapping<Account, Wire.Account>
{
    public static AccountMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(Account.Id), "id" },
        { nameof(Account.Number), "number" },
        { nameof(Account.DisplayName), "displayName" },
        { nameof(Account.Category), "category" },
        { nameof(Account.SubCategory), "subCategory" },
        { nameof(Account.Blocked), "blocked" },
        { nameof(Account.AccountType), "accountType" },
        { nameof(Account.DirectPosting), "directPosting" },
        { nameof(Account.NetChange), "netChange" },
        { nameof(Account.ConsolidationTranslationMethod), "consolidationTranslationMethod" },
        { nameof(Account.ConsolidationDebitAccount), "consolidationDebitAccount" },
        { nameof(Account.ConsolidationCreditAccount), "consolidationCreditAccount" },
        { nameof(Account.ExcludeFromConsolidation), "excludeFromConsolidation" },
        { nameof(Account.LastModified), "lastModifiedDateTime" },
    };

    protected override void Write(Wire.Account wire, Account now, Account before, ref ChangedProperties changed)
    {
        // Nothing of it can be set through the API.
    }

    protected override Account ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        string? number = null;
        string? displayName = null;
        AccountCategory? category = null;
        string? subCategory = null;
        bool? blocked = null;
        AccountType? accountType = null;
        bool? directPosting = null;
        decimal? netChange = null;
        ConsolidationTranslationMethod? consolidationTranslationMethod = null;
        string? consolidationDebitAccount = null;
        string? consolidationCreditAccount = null;
        bool? excludeFromConsolidation = null;
        DateTimeOffset? lastModified = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(Account.Id): id = record.Id(); break;
                case nameof(Account.ETag): etag = record.ETag(); break;
                case nameof(Account.Number): number = record.Text(); break;
                case nameof(Account.DisplayName): displayName = record.Text(); break;
                case nameof(Account.Category): category = OptionName.Decoded(record.Option()) is { } categoryName ? new AccountCategory(categoryName) : null; break;
                case nameof(Account.SubCategory): subCategory = record.Text(); break;
                case nameof(Account.Blocked): blocked = record.Boolean(); break;
                case nameof(Account.AccountType): accountType = OptionName.Decoded(record.Option()) is { } accountTypeName ? new AccountType(accountTypeName) : null; break;
                case nameof(Account.DirectPosting): directPosting = record.Boolean(); break;
                case nameof(Account.NetChange): netChange = record.Decimal(); break;
                case nameof(Account.ConsolidationTranslationMethod): consolidationTranslationMethod = OptionName.Decoded(record.Option()) is { } consolidationTranslationMethodName ? new ConsolidationTranslationMethod(consolidationTranslationMethodName) : null; break;
                case nameof(Account.ConsolidationDebitAccount): consolidationDebitAccount = record.Text(); break;
                case nameof(Account.ConsolidationCreditAccount): consolidationCreditAccount = record.Text(); break;
                case nameof(Account.ExcludeFromConsolidation): excludeFromConsolidation = record.Boolean(); break;
                case nameof(Account.LastModified): lastModified = record.Instant(); break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            Number = number,
            DisplayName = displayName,
            Category = category,
            SubCategory = subCategory,
            Blocked = blocked,
            AccountType = accountType,
            DirectPosting = directPosting,
            NetChange = netChange,
            ConsolidationTranslationMethod = consolidationTranslationMethod,
            ConsolidationDebitAccount = consolidationDebitAccount,
            ConsolidationCreditAccount = consolidationCreditAccount,
            ExcludeFromConsolidation = excludeFromConsolidation,
            LastModified = lastModified,
        };
    }
}
