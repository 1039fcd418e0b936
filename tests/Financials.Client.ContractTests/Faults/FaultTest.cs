using Financials.Client.ContractTests.Contract;

namespace Financials.Client.ContractTests.Faults;

/// <summary>A test of an operation that meets faults; what comes of it goes into the table.</summary>
public abstract class FaultTest : WireTest
{
    /// <summary>Makes a call of an operation and says how it ended: with a result, or with an exception of the client's.</summary>
    internal async Task<(object? Result, FinancialsException? Error)> MeetAsync(
        Surface surface, string fault, string operation, Func<Task<object?>> call)
    {
        var before = (await Service.JournalAsync()).Count;
        var (result, error) = await OutcomeAsync(call);
        FaultTable.Add(surface, fault, operation, (await Service.JournalAsync()).Skip(before).Select(request => request.Method), error);
        return (result, error);
    }

    private static async Task<(object? Result, FinancialsException? Error)> OutcomeAsync(Func<Task<object?>> call)
    {
        try
        {
            return (await call(), null);
        }
        catch (FinancialsException error)
        {
            return (null, error);
        }
    }
}
