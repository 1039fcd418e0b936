namespace Financials.Client.Models;

/// <summary>
/// The entity as it was read, carried along by <c>with</c> so that an update can send what differs. It is no part of an
/// entity's value: two entities with the same properties are equal wherever they came from.
/// </summary>
internal readonly struct Original<TModel>(TModel entity) : IEquatable<Original<TModel>>
    where TModel : class
{
    public TModel? Entity { get; } = entity;

    public bool Equals(Original<TModel> other) => true;

    public override bool Equals(object? obj) => obj is Original<TModel>;

    public override int GetHashCode() => 0;
}
