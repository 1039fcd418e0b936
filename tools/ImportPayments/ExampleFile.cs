using System.Globalization;
using ImportPayments.Csv;

namespace ImportPayments;

/// <summary>Writes an example of a file to import, with customers that the sandbox has.</summary>
internal static class ExampleFile
{
    private static readonly string[] Customers = ["20000", "21000", "22000", "23000", "24000"];

    /// <param name="path">The file. It must not exist yet.</param>
    /// <param name="rows">How many payments it has; the same each time.</param>
    /// <exception cref="IOException">It exists.</exception>
    public static void Write(string path, int rows)
    {
        using var text = new StreamWriter(new FileStream(path, FileMode.CreateNew));
        var csv = new CsvWriter(text, ';');
        csv.Write(["Customer No.", "Amount", "Posting Date", "Document No.", "Description"]);
        for (var row = 0; row < rows; row++)
        {
            var cents = 10_000 + (row * 1_237L % 990_000);
            var date = new DateOnly(2026, 1, 1).AddDays(row % 31);
            csv.Write(
            [
                Customers[row % Customers.Length],
                (-cents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
                date.ToString("O", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"BANK-{row + 1:D6}"),
                string.Create(CultureInfo.InvariantCulture, $"Bank transfer of {date:d MMMM yyyy}; thank you"),
            ]);
        }
    }
}
