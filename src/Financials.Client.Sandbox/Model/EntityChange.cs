namespace Financials.Client.Sandbox.Model;

/// <summary>An entity that a committed transaction has created, changed or deleted.</summary>
/// <param name="CompanyId">Its company.</param>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The entity that it belongs to; zero where that is the company itself.</param>
/// <param name="Kind">What became of it.</param>
internal sealed record EntityChange(Guid CompanyId, EntityType Type, Guid Id, Guid ParentId, ChangeKind Kind);
