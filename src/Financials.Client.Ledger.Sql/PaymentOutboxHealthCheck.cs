using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Financials.Client.Ledger.Sql;

/// <summary>
/// Tells whether payments leave the outbox in time: unhealthy where the oldest waits longer than <see cref="PaymentOutboxOptions.LongestWait"/>
/// or the outbox cannot be read, degraded where payments are parked.
/// </summary>
public sealed class PaymentOutboxHealthCheck : IHealthCheck
{
    private readonly PaymentOutbox _outbox;
    private readonly TimeSpan _longestWait;

    /// <summary>The health check of an outbox. <c>AddFinancialsPaymentOutbox</c> registers it: add it with <c>AddCheck</c>.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="options">Say for how long a payment may wait.</param>
    public PaymentOutboxHealthCheck(PaymentOutbox outbox, IOptions<PaymentOutboxOptions> options)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(options);
        (_outbox, _longestWait) = (outbox, options.Value.LongestWait);
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var status = await _outbox.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        var age = status.OldestDueAge?.TotalSeconds ?? 0;
        var data = new Dictionary<string, object> { ["due"] = status.Due, ["parked"] = status.Parked, ["oldestDueSeconds"] = age };
        if (status.OldestDueAge > _longestWait)
        {
            var late = string.Create(CultureInfo.InvariantCulture, $"{status.Due} payment(s) wait, the oldest for {age:0} s.");
            return new(context.Registration.FailureStatus, late, exception: null, data);
        }

        return status.Parked > 0
            ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"{status.Parked} payment(s) are parked. Release or remove them."), null, data)
            : HealthCheckResult.Healthy("Payments leave the outbox in time.", data);
    }
}
