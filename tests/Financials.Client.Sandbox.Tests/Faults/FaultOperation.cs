using Financials.Client.Sandbox.Tests.Support;
using Financials.Client.Tests.Resilience.Faults;

namespace Financials.Client.Sandbox.Tests.Faults;

/// <summary>A call that meets a fault.</summary>
/// <param name="Kind">What may be done with its request.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Prepare">What it works on: made before the fault is switched on.</param>
/// <param name="RunAsync">The call.</param>
/// <param name="IsDone">Whether the sandbox has what the call was to bring about, exactly once.</param>
internal sealed record FaultOperation(
    RequestKind Kind, string Name, Func<Bench, Task<Customer>> Prepare, Func<Bench, Customer, Task> RunAsync, Func<Bench, Customer, bool> IsDone)
{
    public static IReadOnlyList<FaultOperation> All { get; } =
    [
        new(
            RequestKind.CreateWithKey,
            "create",
            _ => Task.FromResult(new Customer { Number = "F-1", DisplayName = "Created" }),
            (bench, customer) => bench.Company.Customers.CreateAsync(customer),
            (bench, _) => bench.Sandbox.Company.Customers.Count(customer => customer.Number == "F-1") == 1),
        new(
            RequestKind.Read,
            "read",
            CreatedAsync,
            async (bench, customer) => Assert.That(await bench.Company.Customers.GetAsync(customer.Id!.Value), Is.EqualTo(customer)),
            (_, _) => true),
        new(
            RequestKind.Read,
            "list",
            CreatedAsync,
            async (bench, customer) => Assert.That(await bench.Company.Customers.Where(c => c.Number == "F-1").ToListAsync(), Is.EqualTo(new[] { customer })),
            (_, _) => true),
        new(
            RequestKind.Update,
            "update",
            CreatedAsync,
            (bench, customer) => bench.Company.Customers.UpdateAsync(customer with { DisplayName = "Changed" }),
            (bench, _) => bench.Sandbox.Company.Customers.Single(customer => customer.Number == "F-1").DisplayName == "Changed"),
        new(
            RequestKind.Delete,
            "delete",
            CreatedAsync,
            (bench, customer) => bench.Company.Customers.DeleteAsync(customer),
            (bench, _) => bench.Sandbox.Company.Customers.All(customer => customer.Number != "F-1")),
    ];

    public override string ToString() => Name;

    private static Task<Customer> CreatedAsync(Bench bench) => bench.Company.Customers.CreateAsync(new Customer { Number = "F-1", DisplayName = "Created" });
}
