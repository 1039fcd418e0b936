namespace Financials.Client.ContractTests.Faults;

/// <summary>What has to come of an operation that meets a fault, once or always: the rules of safe repetition.</summary>
/// <param name="Sends">How often the service receives the operation's own request.</param>
/// <param name="LookUps">How often it is asked for what a create may have created.</param>
/// <param name="Error">The exception; null for success.</param>
/// <param name="Texts">The exception's message: one of these.</param>
internal sealed record FaultExpectation(int Sends, int LookUps, Type? Error, params string[] Texts)
{
    public const int MaxRetries = 2;

    public static FaultExpectation Of(FaultOperation operation, Fault fault, bool once, string path)
    {
        var texts = fault.TextsOf(operation.Method, path);
        return fault.Evidence switch
        {
            Evidence.TokenRefused => Overcome(2),
            Evidence.NotExecuted => Overcome(once ? 2 : 1 + MaxRetries),
            _ => operation.Rule switch
            {
                RetryRule.Again when operation.Method == "GET" => Overcome(once ? 2 : (1 + MaxRetries) * fault.SendsOfAGet),
                RetryRule.Again => Overcome(once ? 2 : 1 + MaxRetries),
                RetryRule.AfterALook when once => new(2, 1, null),
                RetryRule.AfterALook => Unknown(1 + MaxRetries, 1 + MaxRetries),
                RetryRule.NeverButRead => Unknown(1, 1 + MaxRetries),
                _ => Unknown(1, 0),
            },
        };

        FaultExpectation Overcome(int sends) => once ? new(sends, 0, null) : new(sends, 0, fault.Error, texts);

        FaultExpectation Unknown(int sends, int lookUps) => new(
            sends,
            lookUps,
            typeof(FinancialsOutcomeUnknownException),
            [
                .. texts.Select(text =>
                    $"It is not known whether the service executed the request. {operation.EndsBecause}. " +
                    $"Look for the record, or ask support with the request's ids, before you send it again. The last failure: {text}"),
            ]);
    }
}
