using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>All lines of a journal by their numbers, those that are payments and those that no set shows.</summary>
/// <param name="company">The company.</param>
/// <param name="journalId">The journal.</param>
internal sealed class JournalLines(CompanyData company, Guid journalId)
{
    private const int Step = 10_000;

    private readonly EntityTable _payments = company.Payments.Of(journalId);
    private readonly EntityTable _hidden = company.HiddenLines.Of(journalId);

    public IEnumerable<Entity> All => _hidden.Count == 0 ? _payments.All : _payments.All.Concat(_hidden.All).OrderBy(NumberOf);

    /// <summary>The line with the largest number; null where there is none.</summary>
    public Entity? Last => (_payments.Last, _hidden.Last) switch
    {
        ({ } payment, { } hidden) => NumberOf(payment) > NumberOf(hidden) ? payment : hidden,
        var (payment, hidden) => payment ?? hidden,
    };

    /// <summary>What the service numbers a line with that comes without a number: lines that nobody sees count as well.</summary>
    public int NextNumber => (Last is { } last ? NumberOf(last) : 0) + Step;

    /// <summary>Whether what the lines without a balancing account move adds up to nothing.</summary>
    public bool Balance => _payments.Total + _hidden.Total == 0m;

    /// <summary>The line with the next larger number; null where there is none.</summary>
    public Entity? After(int number) => (_payments.After(number), _hidden.After(number)) switch
    {
        ({ } payment, { } hidden) => NumberOf(payment) < NumberOf(hidden) ? payment : hidden,
        var (payment, hidden) => payment ?? hidden,
    };

    /// <exception cref="ServiceException">A line that no set shows has the number.</exception>
    public void CheckHidden(int number)
    {
        if (_hidden.FindKey(number) is not null)
        {
            throw ServiceException.Duplicate(EntityTypes.Payment, $"{number}");
        }
    }

    public static int NumberOf(Entity line) => line.Values["lineNumber"]!.GetValue<int>();

    /// <summary>Whether a line moves nothing and names nobody: such a line is deleted when its journal is posted.</summary>
    public static bool IsEmpty(JsonObject line) =>
        line.Decimal("amount") == 0m && (line["customerNumber"] ?? line["accountNumber"])!.GetValue<string>().Length == 0;
}
