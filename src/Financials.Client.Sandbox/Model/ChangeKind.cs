namespace Financials.Client.Sandbox.Model;

/// <summary>What became of an entity.</summary>
internal enum ChangeKind
{
    Created,
    Updated,
    Deleted,
}
