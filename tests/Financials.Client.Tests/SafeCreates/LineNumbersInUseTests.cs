namespace Financials.Client.Tests.SafeCreates;

/// <summary>A number that is in use by this process but not stored yet is free as far as the service knows.</summary>
[CancelAfter(20_000)]
public class LineNumbersInUseTests
{
    private static readonly CustomerPayment Payment = new() { CustomerNumber = "C0001", Amount = -100 };

    [Test]
    public async Task Create_NumberTakenWhileAnEqualPaymentIsOnItsWay_TakesNoneThatIsInUse(CancellationToken guard)
    {
        using var server = new ModelServer();
        var (journal, set) = Journals.New();
        using var client = server.Client();
        var first = (await client.Payments(journal).CreateAsync(Payment, guard)).LineNumber!.Value;
        server[set].Insert(new() { ["lineNumber"] = first + 10_000, ["comment"] = "from another process" });
        var otherIsSent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var oneIsStored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Script(
            "POST",
            new ModelFault("slow", ModelExecution.Now, async (proper, _, _) =>
            {
                await otherIsSent.Task;
                return proper;
            }),
            new ModelFault("slow and lost", ModelExecution.Never, async (_, _, _) =>
            {
                otherIsSent.SetResult();
                await oneIsStored.Task;
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            }));

        var creatingOne = client.Payments(journal).CreateAsync(Payment, guard);
        var creatingOther = client.Payments(journal).CreateAsync(Payment, guard);
        var one = await creatingOne;
        oneIsStored.SetResult();
        var other = await creatingOther;

        Assert.That(other.Id, Is.Not.EqualTo(one.Id), "One payment was taken for the other, which was never stored.");
        Assert.That(server[set].Rows, Has.Count.EqualTo(4));
    }
}
