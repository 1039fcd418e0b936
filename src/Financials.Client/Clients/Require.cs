namespace Financials.Client.Clients;

/// <summary>Refuses what no service would create, before anything is sent.</summary>
internal static class Require
{
    public static void ForCreate(string? value, string member, string entity)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"A {entity} cannot be created without a {member}. Set {member} before you create it.", nameof(entity));
        }
    }
}
