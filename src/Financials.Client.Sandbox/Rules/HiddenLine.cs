using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>Adds journal lines that no set shows.</summary>
internal static class HiddenLine
{
    /// <returns>The line's number.</returns>
    /// <exception cref="ServiceException">The number is taken.</exception>
    public static int Add(Store store, CompanyData company, Entity journal, int lineNumber, string accountNumber, decimal amount)
    {
        var values = EntityTypes.HiddenLine.Blank();
        values[Wire.Id] = Wire.Text(store.NewId());
        values["lineNumber"] = lineNumber;
        values["accountNumber"] = accountNumber;
        values["amount"] = Amounts.Round(company, "", amount);
        values["balancingAccountId"] = journal.Values.Text("balancingAccountId");
        LineDefaults.Fill(values, new JournalLines(company, journal.Id), "", store.Today);
        var number = values["lineNumber"]!.GetValue<int>();
        if (company.Payments.Of(journal.Id).FindKey(number) is not null)
        {
            throw ServiceException.Duplicate(EntityTypes.HiddenLine, $"{number}");
        }

        store.Stamp(company.HiddenLines.Of(journal.Id).Add(values).Values);
        return number;
    }
}
