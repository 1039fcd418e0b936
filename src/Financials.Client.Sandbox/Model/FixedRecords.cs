namespace Financials.Client.Sandbox.Model;

/// <summary>Records with ids that are the same in every company.</summary>
internal static class FixedRecords
{
    public static IReadOnlyList<(Guid Id, string Code, string Name)> TaxAreas { get; } =
    [
        (new("592ce91b-e91b-592c-1be9-2c591be92c59"), "ATLANTA, GA", "Atlanta, GA"),
        (new("6f1d2c3b-4a59-4e68-9776-8594a3b2c1d0"), "MIAMI, FL", "Miami, FL"),
    ];

    /// <summary>The account of payment journals that are set up by a person.</summary>
    public static Guid CheckingAccount { get; } = new("9e670d14-0d14-4e67-940d-679e140d679e");
}
