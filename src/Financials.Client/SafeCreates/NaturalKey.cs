using System.Diagnostics;
using System.Linq.Expressions;

namespace Financials.Client.SafeCreates;

/// <summary>
/// What makes an entity unique on the server, so that a create can be repeated: the second of two creates with one key fails,
/// and the first can be found by it.
/// </summary>
internal abstract class NaturalKey<TModel>
    where TModel : class
{
    /// <summary>For entities whose key the server gives.</summary>
    public static NaturalKey<TModel> None { get; } = Text(static _ => null, static _ => throw new UnreachableException());

    public static NaturalKey<TModel> Text(
        Func<TModel, string?> valueOf,
        Func<string, Expression<Func<TModel, bool>>> matching) => new TextKey(valueOf, matching);

    public static NaturalKey<TModel> Number(
        Func<TModel, int?> valueOf,
        Func<int, Expression<Func<TModel, bool>>> matching) => new NumberKey(valueOf, matching);

    public abstract bool IsSetOn(TModel entity);

    /// <summary>The condition that the stored entity meets.</summary>
    public abstract Expression<Func<TModel, bool>> Matching(TModel entity);

    public abstract bool AreSame(TModel one, TModel other);

    /// <summary>A code, which the server stores trimmed and in upper case.</summary>
    private sealed class TextKey(Func<TModel, string?> valueOf, Func<string, Expression<Func<TModel, bool>>> matching) : NaturalKey<TModel>
    {
        public override bool IsSetOn(TModel entity) => !string.IsNullOrWhiteSpace(valueOf(entity));

        public override Expression<Func<TModel, bool>> Matching(TModel entity) => matching(Normal(entity)!);

        public override bool AreSame(TModel one, TModel other) => string.Equals(Normal(one), Normal(other), StringComparison.Ordinal);

        private string? Normal(TModel entity) => valueOf(entity)?.Trim().ToUpperInvariant();
    }

    private sealed class NumberKey(Func<TModel, int?> valueOf, Func<int, Expression<Func<TModel, bool>>> matching) : NaturalKey<TModel>
    {
        // The service takes zero for "give it the next one".
        public override bool IsSetOn(TModel entity) => valueOf(entity) is not (null or 0);

        public override Expression<Func<TModel, bool>> Matching(TModel entity) => matching(valueOf(entity)!.Value);

        public override bool AreSame(TModel one, TModel other) => valueOf(one) == valueOf(other);
    }
}
