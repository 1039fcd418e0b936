using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.ContractTests.Faults;

/// <summary>What has to come of an operation that meets a fault, once or always, as the wire shows it.</summary>
/// <param name="Methods">The methods of the requests that the service receives, in their order.</param>
/// <param name="Error">The exception; null for success.</param>
/// <param name="Texts">The exception's message: one of these.</param>
internal sealed record FaultExpectation(IReadOnlyList<string> Methods, Type? Error, params string[] Texts)
{
    public const int MaxRetries = 2;

    public static FaultExpectation Of(FaultOperation operation, Fault fault, bool once, string path)
    {
        var outcome = FaultOutcome.Of(operation.Kind, fault.Evidence, once, MaxRetries);
        var sendsEach = operation.Kind is RequestKind.Read && !once ? fault.SendsOfAGet : 1;
        string[] texts = fault.TextsOf(operation.Method, path);
        return new(
            [.. outcome.Methods(operation.Method).SelectMany(method => Enumerable.Repeat(method, sendsEach))],
            outcome.ErrorOf(fault.Error),
            outcome.End switch
            {
                CallEnd.Success => [],
                CallEnd.Failure => texts,
                _ =>
                [
                    .. texts.Select(text =>
                        $"It is not known whether the service executed the request. {operation.EndsBecause}. " +
                        $"Look for the record, or ask support with the request's ids, before you send it again. The last failure: {text}"),
                ],
            });
    }
}
