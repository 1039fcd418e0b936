using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Microsoft.AspNetCore.WebUtilities;

namespace Financials.Client.Sandbox.Queries;

/// <summary>Where the next page begins: after which entity, whatever has been added or deleted meanwhile.</summary>
/// <param name="After">The place of the last entity that was sent, as <see cref="SortOrder.WirePlaceOf"/> gives it.</param>
/// <param name="Left">How many entities <c>$top</c> still allows; null without a <c>$top</c>.</param>
internal sealed record SkipToken(JsonArray After, int? Left)
{
    /// <summary>Reads the value of <c>$skiptoken</c>.</summary>
    /// <exception cref="ServiceException">It is not one that <see cref="ToString"/> made.</exception>
    public static SkipToken Parse(string token)
    {
        try
        {
            return JsonNode.Parse(WebEncoders.Base64UrlDecode(token)) is JsonArray { Count: 2 } parts && parts[0] is JsonArray after
                ? new(after, parts[1]?.GetValue<int>())
                : throw Unknown();
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException)
        {
            throw Unknown();
        }
    }

    public static ServiceException Unknown() => ServiceException.InvalidQuery("The value of the query option '$skiptoken' is not valid.");

    public override string ToString() => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(new JsonArray(After.DeepClone(), Left).ToJsonString()));
}
