namespace Financials.Client.Sandbox.Model;

/// <summary>The states of an invoice.</summary>
internal static class InvoiceStatus
{
    public const string Draft = "Draft";
    public const string Open = "Open";
    public const string Paid = "Paid";
    public const string Canceled = "Canceled";
    public const string Corrective = "Corrective";

    public static IReadOnlyList<string> All { get; } = [Draft, "In Review", Open, Paid, Canceled, Corrective];

    public static bool IsPosted(string status) => status is Open or Paid or Canceled or Corrective;
}
