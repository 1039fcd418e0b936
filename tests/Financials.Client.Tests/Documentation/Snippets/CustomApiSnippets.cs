using System.Text.Json.Serialization;

namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>The C# of docs/custom-apis.md.</summary>
internal static partial class CustomApiSnippets
{
    public static async Task<(LoyaltyMember Member, List<LoyaltyMember> Best, BinaryData? Result)> UseAnApiAsync(CompanyClient company, Guid memberId)
    {
        // snippet: set
        ApiClient api = company.Api("contoso", "sales", "v1.0");
        var members = api.Set("loyaltyMembers", ContosoContext.Default.LoyaltyMember, key: m => m.MemberNumber);
        LoyaltyMember member = await members.CreateAsync(new LoyaltyMember { MemberNumber = "L-1", Points = 10m });
        List<LoyaltyMember> best = await members.Where(m => m.Points > 100).ToListAsync();
        // end

        // snippet: action
        BinaryData? result = await members.RunActionAsync(memberId, "redeem", BinaryData.FromString("""{"points":10}"""));
        // end
        return (member, best, result);
    }

    public static async Task<BinaryData?> SendAnyRequestAsync(CompanyClient company)
    {
        // snippet: any request
        BinaryData? items = await company.SendAsync(HttpMethod.Get, "items?$top=1");
        // end
        return items;
    }

    // snippet: record
    internal sealed record LoyaltyMember
    {
        [JsonPropertyName("id")]
        public Guid? Id { get; init; }

        [JsonPropertyName("@odata.etag")]
        public string? ETag { get; init; }

        public string? MemberNumber { get; init; }

        public decimal? Points { get; init; }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(LoyaltyMember))]
    internal sealed partial class ContosoContext : JsonSerializerContext;
    // end
}
