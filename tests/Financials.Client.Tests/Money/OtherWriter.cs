using System.Globalization;
using Financials.Client.KillTarget;

namespace Financials.Client.Tests.Money;

/// <summary>Creates payments one by one, beside a batch of equal ones.</summary>
internal sealed class OtherWriter(JournalPaymentsClient payments)
{
    private readonly List<WriterResult> _results = [];

    public IReadOnlyList<WriterResult> Results => _results;

    public async Task CreateAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            _results.Add(await CreateAsync(string.Create(CultureInfo.InvariantCulture, $"OTHER-{_results.Count + 1}"), cancellationToken));
        }
    }

    private async Task<WriterResult> CreateAsync(string number, CancellationToken cancellationToken)
    {
        var payment = new CustomerPayment { CustomerNumber = "C0001", Amount = -100, PostingDate = new DateOnly(2026, 3, 1), DocumentNumber = number };
        try
        {
            var created = await payments.CreateAsync(payment, cancellationToken);
            return new("Created", -100, created.LineNumber, created.Id, number);
        }
        catch (FinancialsOutcomeUnknownException)
        {
            return new("Unknown", -100, LineNumber: null, PaymentId: null, number);
        }
        catch (FinancialsException)
        {
            return new("Refused", -100, LineNumber: null, PaymentId: null, number);
        }
    }
}
