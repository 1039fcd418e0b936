using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Webhooks;

/// <summary>A change that nobody has been told of yet.</summary>
/// <param name="SubscriptionId">Who is to be told.</param>
/// <param name="EntityId">What has changed.</param>
/// <param name="Kind">What became of it, all in all.</param>
/// <param name="Time">When that was, the last time.</param>
internal sealed record PendingChange(string SubscriptionId, Guid EntityId, ChangeKind Kind, DateTimeOffset Time)
{
    /// <summary>Both changes as one: what was created a moment ago is still new after a change.</summary>
    public PendingChange Then(PendingChange later) => Kind is ChangeKind.Created && later.Kind is ChangeKind.Updated ? later with { Kind = Kind } : later;
}
