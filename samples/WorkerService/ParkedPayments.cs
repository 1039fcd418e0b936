using System.Globalization;
using Financials.Client.Ledger.Sql;

namespace WorkerService;

/// <summary>
/// The commands <c>parked</c>, <c>release NUMBER</c> and <c>remove NUMBER</c>: what waits for a person, because the service refused it or
/// nobody can tell whether it exists.
/// </summary>
internal static class ParkedPayments
{
    public static bool IsCommand(string[] args) => args is ["parked", ..] or ["release" or "remove", _, ..];

    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, PaymentOutbox outbox, TextWriter output)
    {
        if (args is ["parked", ..])
        {
            await foreach (var payment in outbox.ReadAsync(OutboxPaymentState.Parked))
            {
                await output.WriteLineAsync(FormattableString.Invariant($"{payment.Id,6}  {payment.Reference}  {payment.Payment?.Amount}  {payment.Reason}"));
            }

            return 0;
        }

        if (!long.TryParse(args[1], CultureInfo.InvariantCulture, out var id))
        {
            await output.WriteLineAsync($"'{args[1]}' is no number. The command 'parked' shows them.");
            return 1;
        }

        var isParked = args[0] == "release" ? await outbox.ReleaseAsync(id) : await outbox.RemoveAsync(id);
        await output.WriteLineAsync(isParked ? $"{id}: {args[0]}d" : $"No payment {id} is parked.");
        return isParked ? 0 : 1;
    }
}
