using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client;

/// <summary>A set of entities that can be read: the query for all of them. Thread-safe.</summary>
/// <typeparam name="TModel">The entities' type.</typeparam>
public abstract class ReadOnlyEntitySet<TModel> : EntityQuery<TModel>
    where TModel : class
{
    private protected ReadOnlyEntitySet(OperationContext operations, EntityEndpoint<TModel> endpoint)
        : base(operations, endpoint, QueryText.All)
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected ReadOnlyEntitySet()
    {
    }

    /// <summary>For the sets whose entities say when they were last changed.</summary>
    private protected ChangeSequence<TModel> Changes(
        ChangeWatermark watermark, Func<TModel, DateTimeOffset?> changedAt, TimeSpan? overlap, int? pageSizeHint) =>
        new(Fake.Real(Operations, this, "ChangesSince"), Endpoint, changedAt, watermark, overlap ?? ChangeSequence<TModel>.DefaultOverlap, pageSizeHint);
}
