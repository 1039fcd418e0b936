namespace Financials.Client.Clients;

/// <summary>Refuses what no service would create, before anything is sent.</summary>
internal static class Require
{
    public static void ForCreate(string? value, string member, string entity)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Missing(member, entity);
        }
    }

    public static void ForCreate(Guid? value, string member, string entity)
    {
        if (value is null || value == Guid.Empty)
        {
            throw Missing(member, entity);
        }
    }

    private static ArgumentException Missing(string member, string entity) =>
        new($"A {entity} cannot be created without a {member}. Set {member} before you create it.", nameof(entity));
}
