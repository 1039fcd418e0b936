namespace Financials.Client.Entities;

/// <summary>
/// The entity as it was read, carried along by <c>with</c> so that an update can send what differs. It is no part of an
/// entity's value: two entities with the same members are equal wherever they came from.
/// </summary>
internal readonly struct AsRead<TModel>(TModel entity) : IEquatable<AsRead<TModel>>
    where TModel : class
{
    public TModel? Entity { get; } = entity;

    public bool Equals(AsRead<TModel> other) => true;

    public override bool Equals(object? obj) => obj is AsRead<TModel>;

    public override int GetHashCode() => 0;
}
