using Microsoft.Extensions.Options;

namespace Financials.Client.Ledger.Sql;

/// <summary>Checks the options when the application starts.</summary>
internal sealed class PaymentOutboxOptionsValidator : IValidateOptions<PaymentOutboxOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentOutboxOptions options) =>
        options.Problem() is { } problem ? ValidateOptionsResult.Fail($"{nameof(PaymentOutboxOptions)}: {problem}") : ValidateOptionsResult.Success;
}
