using System.Runtime.CompilerServices;
using Financials.Client.Operations;

namespace Financials.Client.Clients;

/// <summary>Creates many entities of a set, in requests of several where the service takes that.</summary>
/// <param name="set">The set.</param>
/// <param name="check">Throws where an entity lacks what every create needs.</param>
internal sealed class ManyCreates<TModel>(SetContext<TModel> set, Action<TModel> check)
    where TModel : class
{
    private readonly BatchPace _pace = new(
        set.Endpoint.Batch is null ? 1 : set.Operations.Resilience.MaxBatchSize, concurrency: 1, set.Operations.Resilience.AttemptTimeout);

    public IAsyncEnumerable<CreateResult<TModel>> RunAsync(IAsyncEnumerable<TModel> entities, CancellationToken cancellationToken) =>
        GroupedWork.RunAsync(Checked(entities, cancellationToken), _pace, group => CreateAsync(group, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<TModel> Checked(IAsyncEnumerable<TModel> entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in entities.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            check(entity);
            yield return entity;
        }
    }

    private Task<GroupResults<CreateResult<TModel>>> CreateAsync(List<TModel> group, CancellationToken cancellationToken) =>
        GroupResults<CreateResult<TModel>>.OfAsync(group.Count, async results =>
        {
            var places = Enumerable.Range(0, group.Count).ToList();
            var creates = new GroupedCreates<int, TModel>(
                _pace,
                (part, _) => TogetherAsync(group, part, results, cancellationToken),
                async (place, mayExist) => results[place] = await AloneAsync(group[place], mayExist, cancellationToken).ConfigureAwait(false));
            await creates.RunAsync(places.FindAll(place => set.Key.IsSetOn(group[place])), mayExist: false).ConfigureAwait(false);
            foreach (var place in places.FindAll(place => !set.Key.IsSetOn(group[place])))
            {
                results[place] = await AloneAsync(group[place], mayExist: false, cancellationToken).ConfigureAwait(false);
            }
        });

    private async Task<CreatedBatch<TModel>> TogetherAsync(List<TModel> group, List<int> part, CreateResult<TModel>?[] results, CancellationToken cancellationToken)
    {
        var create = new CreateBatchOperation<TModel>(
            set.Operations, set.Endpoint, set.Key, part.ConvertAll(place => group[place]), set.Operations.NewDeadline());
        try
        {
            var outcome = await create.RunAsync(cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < part.Count; i++)
            {
                results[part[i]] = outcome.Created[i] is { } created ? new() { Sent = group[part[i]], Created = created } : null;
            }

            return outcome;
        }
        finally
        {
            _pace.Took(create.Facts.Elapsed);
        }
    }

    private async Task<CreateResult<TModel>> AloneAsync(TModel entity, bool mayExist, CancellationToken cancellationToken)
    {
        var create = set.Creating(entity, set.Endpoint.Create(entity), set.Operations.NewDeadline(), mayExist: mayExist);
        try
        {
            return new() { Sent = entity, Created = await create.RunAsync(cancellationToken).ConfigureAwait(false) };
        }
        catch (FinancialsException failure) when (
            failure is FinancialsDuplicateException or FinancialsValidationException or FinancialsOutcomeUnknownException { MayBeSettledLater: false })
        {
            return new() { Sent = entity, Failure = failure };
        }
    }
}
