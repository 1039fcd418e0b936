using System.Globalization;
using Financials.Client.Queries;

namespace Financials.Client.Operations;

/// <summary>
/// What makes an entity unique on the server, so that a create can be retried: the second of two creates with one key fails,
/// and the first can be found by it.
/// </summary>
internal abstract class NaturalKey<TModel>
    where TModel : class
{
    /// <summary>For entities whose key the server gives.</summary>
    public static NaturalKey<TModel> None { get; } = new CodeKey(nameof(None), static _ => null);

    /// <summary>A code or number, which the server stores trimmed and in upper case.</summary>
    public static NaturalKey<TModel> Code(string property, Func<TModel, string?> valueOf) => new CodeKey(property, valueOf);

    public static NaturalKey<TModel> Number(string property, Func<TModel, int?> valueOf) => new NumberKey(property, valueOf);

    public abstract bool IsSetOn(TModel entity);

    /// <summary>The condition that the stored entity meets, in the service's terms.</summary>
    public abstract string Filter(TModel entity, PropertyNames properties);

    public abstract bool AreSame(TModel one, TModel other);

    private sealed class CodeKey(string property, Func<TModel, string?> valueOf) : NaturalKey<TModel>
    {
        public override bool IsSetOn(TModel entity) => !string.IsNullOrWhiteSpace(valueOf(entity));

        public override string Filter(TModel entity, PropertyNames properties) => $"{properties.WireName(property)} eq {FilterLiteral.Of(Stored(entity)!)}";

        public override bool AreSame(TModel one, TModel other) => string.Equals(Stored(one), Stored(other), StringComparison.Ordinal);

        private string? Stored(TModel entity) => valueOf(entity)?.Trim(' ').ToUpperInvariant();
    }

    private sealed class NumberKey(string property, Func<TModel, int?> valueOf) : NaturalKey<TModel>
    {
        // The service takes zero for "give it the next one".
        public override bool IsSetOn(TModel entity) => valueOf(entity) is not (null or 0);

        public override string Filter(TModel entity, PropertyNames properties) =>
            string.Create(CultureInfo.InvariantCulture, $"{properties.WireName(property)} eq {valueOf(entity)}");

        public override bool AreSame(TModel one, TModel other) => valueOf(one) == valueOf(other);
    }
}
