using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Webhooks;

/// <summary>Who wants to be told of the changes of a set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NotificationUrl">Where to.</param>
/// <param name="Resource">The set, as it was sent.</param>
/// <param name="CompanyId">The set's company.</param>
/// <param name="SetName">The set's name.</param>
/// <param name="ClientState">What every notification has to carry.</param>
internal sealed record Subscription(string Id, Uri NotificationUrl, string Resource, Guid CompanyId, string SetName, string ClientState)
{
    /// <summary>When it ends, unless it is renewed.</summary>
    public DateTimeOffset Expires { get; init; }

    public DateTimeOffset LastModified { get; init; }

    /// <summary>Its version.</summary>
    public string ETag { get; init; } = "";

    public JsonObject Shown() => new()
    {
        [Wire.ETag] = ETag,
        ["subscriptionId"] = Id,
        ["notificationUrl"] = NotificationUrl.OriginalString,
        ["resource"] = Resource,
        ["userId"] = Wire.Text(Guid.Empty),
        [Wire.LastModified] = Wire.Text(LastModified),
        ["clientState"] = ClientState,
        ["expirationDateTime"] = Wire.Text(Expires),
    };
}
