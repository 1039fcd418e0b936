using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Webhooks;

/// <summary>
/// The subscriptions, and the changes that are still to be told. Changes are gathered for a while after the first one, so that an
/// entity that changes several times is told of once. Thread-safe.
/// </summary>
internal sealed class SubscriptionList : IAsyncDisposable
{
    /// <summary>How many subscriptions an environment has at most.</summary>
    public const int Most = 200;

    /// <summary>Beyond that many changes of a set a notification names the set and not its entities.</summary>
    private const int MostChanges = 1000;

    private static readonly TimeSpan Life = TimeSpan.FromDays(3);

    private readonly object _gate = new();
    private readonly Store _store;
    private readonly TimeProvider _time;
    private readonly TimeSpan _delay;
    private readonly NotificationSender _sender;
    private readonly Dictionary<string, Subscription> _byId = [];
    private readonly Dictionary<(string, Guid), PendingChange> _pending = [];
    private readonly ITimer _timer;
    private long _version;

    /// <param name="store">Whose changes are told.</param>
    /// <param name="time">The clock.</param>
    /// <param name="delay">How long to wait after the first change.</param>
    public SubscriptionList(Store store, TimeProvider time, TimeSpan delay)
    {
        (_store, _time, _delay) = (store, time, delay);
        _sender = new(time, Remove);
        _timer = time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        store.Undo.Committed = Gather;
    }

    /// <summary>Those that have not expired.</summary>
    public IReadOnlyList<Subscription> All
    {
        get
        {
            lock (_gate)
            {
                Expire();
                return [.. _byId.Values];
            }
        }
    }

    public Subscription? Find(string id) => All.FirstOrDefault(subscription => subscription.Id == id);

    /// <summary>Asks whether an address wants notifications: it has to say back what it is sent.</summary>
    public Task<bool> AgreesAsync(Uri address, CancellationToken cancellationToken) => _sender.AgreesAsync(address, cancellationToken);

    /// <summary>Adds a subscription, or renews one.</summary>
    public Subscription Put(Subscription subscription)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            return _byId[subscription.Id] = subscription with { Expires = now + Life, LastModified = now, ETag = $"W/\"subscription-{++_version}\"" };
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _byId.Remove(id);
        }
    }

    /// <summary>Stops telling. What was not told is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        await _sender.DisposeAsync().ConfigureAwait(false);
    }

    private void Gather(IReadOnlyList<EntityChange> changes)
    {
        lock (_gate)
        {
            Expire();
            if (_byId.Count == 0)
            {
                return;
            }

            var isFirst = _pending.Count == 0;
            foreach (var (change, setName, entityId, kind) in changes.SelectMany(change => SubscribedResource.Of(change).Select(of => (change, of.SetName, of.EntityId, of.Kind))))
            {
                foreach (var subscription in _byId.Values.Where(of => of.CompanyId == change.CompanyId && of.SetName == setName))
                {
                    var next = new PendingChange(subscription.Id, entityId, kind, _store.Now);
                    var key = (subscription.Id, entityId);
                    _pending[key] = _pending.TryGetValue(key, out var earlier) ? earlier.Then(next) : next;
                }
            }

            if (isFirst && _pending.Count > 0)
            {
                _timer.Change(_delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Tell()
    {
        lock (_gate)
        {
            Expire();
            foreach (var address in _byId.Values.GroupBy(subscription => subscription.NotificationUrl))
            {
                var notifications = new JsonArray([.. address.SelectMany(Notifications)]);
                if (notifications.Count > 0)
                {
                    _sender.Send(address.Key, new JsonObject { ["value"] = notifications }.ToJsonString(), [.. address.Select(subscription => subscription.Id)]);
                }
            }

            _pending.Clear();
        }
    }

    private IEnumerable<JsonObject> Notifications(Subscription subscription)
    {
        var changes = _pending.Values.Where(change => change.SubscriptionId == subscription.Id).ToList();
        var set = $"api/v2.0/companies({Wire.Text(subscription.CompanyId)})/{subscription.SetName}";
        return changes.Count <= MostChanges
            ? changes.Select(change => Notification($"{set}({Wire.Text(change.EntityId)})", $"{change.Kind}".ToLowerInvariant(), change.Time))
            : [Notification($"{set}?$filter={Wire.LastModified}%20gt%20{Wire.Text(changes.Min(change => change.Time) - TimeSpan.FromMilliseconds(1))}", "collection", changes.Max(change => change.Time))];

        JsonObject Notification(string resource, string changeType, DateTimeOffset time) => new()
        {
            ["subscriptionId"] = subscription.Id,
            ["clientState"] = subscription.ClientState,
            ["expirationDateTime"] = Wire.Text(subscription.Expires),
            ["resource"] = resource,
            ["changeType"] = changeType,
            [Wire.LastModified] = Wire.Text(time),
        };
    }

    private void Expire()
    {
        var now = _time.GetUtcNow();
        foreach (var expired in _byId.Values.Where(subscription => subscription.Expires <= now).ToList())
        {
            _byId.Remove(expired.Id);
        }
    }
}
