using Financials.Client.Dialects;
using Financials.Client.Models;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client.Clients;

/// <summary>
/// Reads the changes of a set in their order. Each page is asked for anew, from the moment up to which all have come, as if the process
/// had begun again: the service's link to a next page may count entities, and one that changes meanwhile moves to the end, so that such
/// a link would skip another.
/// </summary>
internal sealed class ChangeSequence<TModel> : IAsyncEnumerable<ChangePage<TModel>>
    where TModel : class
{
    /// <summary>In entities: the service's own limit.</summary>
    private const int LargestPage = 20_000;

    private readonly OperationContext _operations;
    private readonly EntityEndpoint<TModel> _endpoint;
    private readonly Func<TModel, DateTimeOffset?> _changedAt;
    private readonly ChangeHistory _history;
    private readonly ulong _set;
    private readonly TimeSpan _overlap;
    private readonly int? _pageSize;

    /// <param name="operations">How operations are run.</param>
    /// <param name="endpoint">The set.</param>
    /// <param name="changedAt">When an entity was changed.</param>
    /// <param name="watermark">Where to begin.</param>
    /// <param name="overlap">For how long a change may be made and not be seen.</param>
    /// <param name="pageSizeHint">How many entities a page should have; null for the service's own size.</param>
    public ChangeSequence(
        OperationContext operations,
        EntityEndpoint<TModel> endpoint,
        Func<TModel, DateTimeOffset?> changedAt,
        ChangeWatermark watermark,
        TimeSpan overlap,
        int? pageSizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);
        if (pageSizeHint is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(pageSizeHint));
        }

        (_operations, _endpoint, _changedAt, _overlap, _pageSize) = (operations, endpoint, changedAt, overlap, pageSizeHint);
        _history = watermark.History;
        _set = ChangedState.OfSet(operations.Service.BaseAddress, endpoint.List(QueryText.All, null).Address);
        if (_history.Set != 0 && _history.Set != _set)
        {
            throw new ArgumentException("This watermark is of another set or another company. Give one that came from this set.", nameof(watermark));
        }
    }

    /// <summary>Longer than most transactions of the service last.</summary>
    public static TimeSpan DefaultOverlap => TimeSpan.FromMinutes(5);

    public async IAsyncEnumerator<ChangePage<TModel>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var tracker = new ChangeTracker(_history, _set, _overlap);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        var (from, size, largest) = (tracker.From, _pageSize, 0);
        string? next = null;
        var deadline = _operations.NewDeadline();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var request = next is null ? _endpoint.List(QueryFrom(from), size) : _endpoint.Next(next, size);
            var page = await new ReadOperation<EntityPage<TModel>>(_operations, request, _endpoint.Page, deadline).RunAsync(cancellationToken).ConfigureAwait(false);
            List<TModel> changed = [.. page.Items.Where(entity => IsNew(entity, tracker))];
            tracker.Settle(_operations.Time.GetUtcNow());
            if (changed.Count > 0)
            {
                yield return new(changed, tracker.Watermark);
                deadline = _operations.NewDeadline();
            }

            if (page.ContinuationToken is not { } link)
            {
                yield break;
            }

            if (tracker.From > from)
            {
                (from, next, size, largest) = (tracker.From, null, _pageSize, 0);
                followed.Clear();
            }
            else if (next is null && page.Items.Count > largest && Math.Max(size ?? 0, page.Items.Count) is < LargestPage and var asked)
            {
                // All of the page has to be looked at again, so another page of this size would be the same. A larger one holds more.
                (size, largest) = (Math.Min(asked * 2, LargestPage), page.Items.Count);
            }
            else
            {
                // More has to be looked at again than the largest page holds.
                next = followed.Add(link)
                    ? link
                    : throw new FinancialsException("The service named the same next page a second time. Following it would never end.");
            }
        }
    }

    private bool IsNew(TModel entity, ChangeTracker tracker)
    {
        var read = (IEntity<TModel>)entity;
        return tracker.Add(read.Id, _changedAt(entity)?.UtcTicks ?? 0, read.ETag);
    }

    private QueryText QueryFrom(long ticks)
    {
        var column = _endpoint.Properties.WireName(nameof(Customer.LastModified));
        return new QueryText
        {
            Filter = ticks > 0 ? $"{column} ge {FilterLiteral.Of(new DateTimeOffset(ticks, TimeSpan.Zero))}" : null,
            OrderBy = [column],
        };
    }
}
